namespace Mingzhang.Reading.Formats.Office;

/// <summary>A profile of LibreOffice for one conversion: no macros, no updates of links, no network.</summary>
internal static class OfficeProfile
{
    /// <summary>Nothing listens there: what LibreOffice would fetch it cannot reach.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        </oor:items>
        """;

    /// <summary>Writes the profile's folder.</summary>
    internal static void Write(string folder)
    {
        string user = Path.Combine(folder, "user");
        Directory.CreateDirectory(user);
        File.WriteAllText(Path.Combine(user, "registrymodifications.xcu"), Settings);
    }

    /// <summary>The variables of LibreOffice's environment: its temporary files go into the private folder.</summary>
    internal static Dictionary<string, string?> Environment(string folder) => new()
    {
        ["HOME"] = folder,
        ["TMPDIR"] = folder,
        ["XDG_CACHE_HOME"] = folder,
        ["XDG_CONFIG_HOME"] = folder,
        ["http_proxy"] = Nowhere,
        ["https_proxy"] = Nowhere,
        ["ftp_proxy"] = Nowhere,
        ["all_proxy"] = Nowhere,
        ["no_proxy"] = null,
    };
}
