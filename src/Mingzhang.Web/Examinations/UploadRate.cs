using System.Net;
using Mingzhang.Store.Examinations;
using Mingzhang.Web.Load;

namespace Mingzhang.Web.Examinations;

/// <summary>How often a visit and an address may upload, over all web processes.</summary>
internal sealed class UploadRate(UploadCounts counts, ExaminationLimits limits)
{
    /// <summary>Whether one more upload of a visitor is allowed now; if so it is counted.</summary>
    public Task<bool> Allows(Visitor visitor, IPAddress? address, CancellationToken cancel) =>
        counts.Count([(visitor.Digest, limits.VisitUploads), (Lanes.NetworkOf(address), limits.AddressUploads)], cancel);

    /// <summary>What an address is called where its uploads are kept.</summary>
    public Task<byte[]> NameOf(IPAddress? address, CancellationToken cancel) => counts.NameOf(Lanes.NetworkOf(address), cancel);
}
