using System.CommandLine;
using Mingzhang.Store;
using Mingzhang.Store.Clusters;

namespace Mingzhang.Web.Commands;

/// <summary>Which database a command works on: a connection string, or a cluster of the product's own in a folder.</summary>
internal sealed class PlaceOptions
{
    public Option<string?> Language { get; } = new("--lang") { HelpName = "zh|en", Recursive = true };

    private Option<string?> Connection { get; } = new("--database") { HelpName = "CONNECTION" };

    private Option<string?> Data { get; } = new("--data") { HelpName = "DIR" };

    public void AddTo(Command command)
    {
        command.Options.Add(Connection);
        command.Options.Add(Data);
    }

    /// <summary>The database told; without one, that of the private cluster, which is started.</summary>
    public Database Open(ParseResult parsed)
    {
        if (Told(parsed) is { } connection) return new Database(connection);
        PrivateCluster cluster = Cluster(parsed);
        cluster.Start();
        return new Database(cluster.ConnectionString);
    }

    /// <summary>The same, for processes that wait for a database that was there and does not start now.</summary>
    public Database OpenPatiently(ParseResult parsed)
    {
        try
        {
            return Open(parsed);
        }
        catch (StoreException unusable) when (ClusterIfOwn(parsed) is { ShouldRun: true })
        {
            Console.Error.WriteLine(unusable.Said.In(LanguageOf(parsed)));
            return new Database(Cluster(parsed).ConnectionString);
        }
    }

    /// <summary>The private cluster, whether it runs or not.</summary>
    public PrivateCluster Cluster(ParseResult parsed) => new(parsed.GetValue(Data) ?? PrivateCluster.UsualFolder);

    /// <summary>The private cluster; null where a connection string was told.</summary>
    public PrivateCluster? ClusterIfOwn(ParseResult parsed) => Told(parsed) is null ? Cluster(parsed) : null;

    /// <summary>The language of messages.</summary>
    public string LanguageOf(ParseResult parsed) => parsed.GetValue(Language) == "en" ? "en" : "zh";

    /// <summary>Where the web of the private cluster listens, as it noted itself; empty where that is not known.</summary>
    public string WebAddress(ParseResult parsed) => ClusterIfOwn(parsed) is { } cluster && File.Exists(cluster.WebAddressFile) ? File.ReadAllText(cluster.WebAddressFile).Trim() : "";

    private string? Told(ParseResult parsed) => (parsed.GetValue(Connection) ?? Environment.GetEnvironmentVariable("MINGZHANG_DATABASE")) is { Length: > 0 } told ? told : null;
}
