using System.Net;
using Mingzhang.Store.Examinations;

namespace Mingzhang.Web.Examinations;

/// <summary>How often a visit and an address may upload, over all web processes.</summary>
internal sealed class UploadRate(UploadCounts counts, ExaminationLimits limits)
{
    private const int NetworkBytes = 8;

    /// <summary>Whether one more upload of a visitor is allowed now; if so it is counted.</summary>
    public Task<bool> Allows(Visitor visitor, IPAddress? address, CancellationToken cancel) =>
        counts.Count([(visitor.Digest, limits.VisitUploads), (Of(address), limits.AddressUploads)], cancel);

    // Of IPv6 the network: a household or office has all addresses of it.
    private static byte[] Of(IPAddress? address)
    {
        if (address is null) return [];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        return bytes.Length > NetworkBytes ? bytes[..NetworkBytes] : bytes;
    }
}
