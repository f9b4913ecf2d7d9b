using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Mingzhang.Core.Findings;
using Mingzhang.Store;

namespace Mingzhang.Web.Safety;

/// <summary>The proxy that the web stands behind; the configuration's section <c>proxy</c> sets it. Unless it is told, nothing that a request says of its sender is believed.</summary>
internal sealed record ReverseProxy
{
    /// <summary>Where the proxy's requests come from: addresses or networks (<c>127.0.0.1, 10.0.0.0/8</c>); empty for no proxy.</summary>
    public string From { get; init; } = "";

    /// <summary>What is believed of requests from there: who sent them, and whether by https. Of several entries the last counts, which the proxy itself added. Null without a proxy.</summary>
    /// <exception cref="StoreException">An entry is no address.</exception>
    public ForwardedHeadersOptions? Options()
    {
        if (string.IsNullOrWhiteSpace(From)) return null;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string part in From.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(part, out IPAddress? address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(part, out System.Net.IPNetwork network)) options.KnownIPNetworks.Add(network);
            else throw new StoreException(new Text($"设置 proxy__From 中的“{part}”不是地址，也不是网段（如 10.0.0.0/8）", $"proxy__From: \"{part}\" is neither an address nor a network such as 10.0.0.0/8"));
        }

        return options;
    }
}
