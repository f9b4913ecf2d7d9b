using Mingzhang.Core.Findings;
using Mingzhang.Store.Jobs;

namespace Mingzhang.Store.Examinations;

/// <summary>A check that a visitor asked for.</summary>
/// <param name="Id">Its id; nobody can guess it.</param>
/// <param name="Previous">The examination of the document that this one corrects; null where there is none.</param>
/// <param name="AsOne">Whether its files are parts of one disclosure.</param>
/// <param name="Made">When it was asked for.</param>
/// <param name="Expires">When everything of it goes.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="Stage">How far its check is.</param>
/// <param name="Said">What the check does now, or why there is no result.</param>
/// <param name="Heading">Unit, year and kind of its first document; empty until the check is done.</param>
/// <param name="Counts">Its findings by severity.</param>
/// <param name="IsGivenUp">Whether there is no result only because its starts were lost or broken: it may be checked again.</param>
public sealed record Examination(
    Guid Id, Guid? Previous, bool AsOne, DateTime Made, DateTime Expires, IReadOnlyList<string> Files, WorkStage Stage, Text Said, Text Heading, FindingCounts Counts, bool IsGivenUp)
{
    /// <summary>What it is called: its document, else its files.</summary>
    public Text Name => Heading.Zh.Length > 0 ? Heading : string.Join(" + ", Files);
}

/// <summary>Findings by severity.</summary>
/// <param name="Errors">Errors.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Roundings">Rounding differences.</param>
/// <param name="Infos">Things worth a look.</param>
public sealed record FindingCounts(int Errors, int Warnings, int Roundings, int Infos);

/// <summary>A file of an examination.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Its name, safe to write.</param>
/// <param name="MediaType">What it holds.</param>
/// <param name="Size">Bytes.</param>
public sealed record ExaminationFile(int Number, string Name, string MediaType, long Size);

/// <summary>Where the picture of a page comes from.</summary>
/// <param name="File">Number of the file, from 1.</param>
/// <param name="Member">Its name in that file where that is an archive; empty for the file itself.</param>
/// <param name="Page">The page of it, from 1.</param>
public readonly record struct PageSource(int File, string Member, int Page);

/// <summary>A file that was given and is not kept yet.</summary>
/// <param name="Name">Its name, safe to write.</param>
/// <param name="MediaType">What it holds.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256 of its content.</param>
/// <param name="Content">Its bytes, from the beginning; it can seek.</param>
public sealed record GivenFile(string Name, string MediaType, long Size, byte[] Digest, Stream Content);

/// <summary>What a visitor decided on a finding.</summary>
/// <param name="Document">Number of the document, from 1.</param>
/// <param name="Finding">Id of the finding.</param>
/// <param name="Accepted">It is right; else it is dismissed.</param>
/// <param name="Reason">Why; may be empty for what is accepted.</param>
/// <param name="Made">When.</param>
public sealed record Decision(int Document, string Finding, bool Accepted, string Reason, DateTime Made);

/// <summary>The result of a check, to be kept.</summary>
/// <param name="View">What pages show, compressed.</param>
/// <param name="Heading">Unit, year and kind of its first document.</param>
/// <param name="Counts">Its findings by severity.</param>
/// <param name="Findings">The documents and ids of its findings: decisions on the same ones of the earlier version hold on.</param>
public sealed record ExaminationResult(byte[] View, Text Heading, FindingCounts Counts, IReadOnlyList<(int Document, string Finding)> Findings);

/// <summary>Who gives an upload.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Address">What <see cref="UploadCounts.NameOf"/> calls the address that it comes from.</param>
/// <param name="Life">How long the visit lives on.</param>
public sealed record Giver(byte[] Visit, byte[] Address, TimeSpan Life);

/// <summary>Room for the files of uploads, in bytes.</summary>
/// <param name="Visit">Of a visit.</param>
/// <param name="Address">Of an address.</param>
/// <param name="All">Of all.</param>
public readonly record struct UploadRoom(long Visit, long Address, long All);

/// <summary>Whether there is room for an upload.</summary>
public enum RoomLeft
{
    /// <summary>There is.</summary>
    Enough,

    /// <summary>The visit has had its share.</summary>
    NotForVisit,

    /// <summary>The address has had its share.</summary>
    NotForAddress,

    /// <summary>There is none for anybody.</summary>
    None,
}
