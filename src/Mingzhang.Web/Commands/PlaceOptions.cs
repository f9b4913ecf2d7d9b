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
        if ((parsed.GetValue(Connection) ?? Environment.GetEnvironmentVariable("MINGZHANG_DATABASE")) is { Length: > 0 } connection) return new Database(connection);
        PrivateCluster cluster = Cluster(parsed);
        cluster.Start();
        return new Database(cluster.ConnectionString);
    }

    /// <summary>The private cluster, whether it runs or not.</summary>
    public PrivateCluster Cluster(ParseResult parsed) => new(parsed.GetValue(Data) ?? PrivateCluster.UsualFolder);
}
