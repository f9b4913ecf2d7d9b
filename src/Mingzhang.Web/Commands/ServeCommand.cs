using System.CommandLine;
using Mingzhang.Store;
using Mingzhang.Store.Schema;

namespace Mingzhang.Web.Commands;

/// <summary><c>serve</c>: the web application.</summary>
internal static class ServeCommand
{
    public static Command Create(PlaceOptions place)
    {
        var url = new Option<string>("--url") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve");
        place.AddTo(command);
        command.Options.Add(url);
        command.SetAction(async (parsed, cancel) =>
        {
            await using Database database = place.Open(parsed);
            await SchemaUpgrade.Run(database, cancel: cancel);
            await using WebApplication web = WebSite.Create(database, parsed.GetValue(url)!);
            await web.StartAsync(cancel);
            Console.WriteLine(web.Urls.First());
            await web.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }
}
