using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Reading.Claims.Paragraphs;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>
/// The lists of parts that are open at a place of the text: <c>…17.93万元，其中：货物3.00万元、…</c>. A list inside a list has its own whole.
/// A list whose sentence is finished goes on only with parts of the same kind; one announced at the end of a paragraph (其中：) goes on over the
/// following items until the numbering returns to where it was opened.
/// </summary>
internal sealed class ListFrames(ClaimCollector claims, Divisions divisions)
{
    private readonly List<Frame> _open = [];

    private sealed class Frame
    {
        internal required int Whole { get; set; }

        internal required int OtherWhole { get; init; }

        internal required bool Purpose { get; init; }

        internal required MarkStyle Style { get; init; }

        internal List<int> Parts { get; } = [];

        internal bool Awaits { get; set; }

        internal bool Finished { get; set; }

        internal bool Partial { get; set; }
    }

    /// <summary>A list of parts of a claim begins.</summary>
    /// <param name="whole">The claim.</param>
    /// <param name="purpose">By 主要用于: not every part need be named.</param>
    /// <param name="style">How the paragraph is numbered.</param>
    /// <param name="otherWhole">A claim shortly before that may be meant instead; −1 if none.</param>
    internal void Open(int whole, bool purpose, MarkStyle style, int otherWhole = -1)
    {
        while (_open.Count > 0 && _open[^1].Finished) Close();
        if (_open.Count < 4) _open.Add(new Frame { Whole = whole, OtherWhole = otherWhole, Purpose = purpose, Style = style });
    }

    /// <summary>Whether a claim is a part of a list that is still being gone through.</summary>
    internal bool IsListing(int part) => _open.Count > 0 && _open[^1] is { Finished: false, Awaits: false } frame && frame.Parts.Contains(part);

    /// <summary>An amount or count was claimed: it may be a part of the innermost list.</summary>
    internal void Offer(int index, bool partial)
    {
        Claim claim = claims.Claims[index];
        while (_open.Count > 0)
        {
            Frame frame = _open[^1];
            if (frame.Finished && (partial || !frame.Parts.Exists(p => AreSiblings(claims.Claims[p].Subject, claim.Subject))))
            {
                if (_open.Count == 1 && !Belongs(frame, claim)) return;
                Close();
                continue;
            }

            if (!Belongs(frame, claim)) return;
            frame.Parts.Add(index);
            frame.Partial |= partial;
            return;
        }
    }

    /// <summary>A figure inside the lists was not understood: they may lack a part.</summary>
    internal void Doubt()
    {
        foreach (Frame frame in _open) frame.Partial = true;
    }

    /// <summary>；: an inner list goes on only with parts of the same kind.</summary>
    internal void Semicolon()
    {
        if (_open.Count > 1) _open[^1].Finished = true;
    }

    /// <summary>An inner list is at its end.</summary>
    internal void CloseInner()
    {
        if (_open.Count > 1) Close();
    }

    /// <summary>A sentence is finished.</summary>
    internal void Stop()
    {
        while (_open.Count > 1 && !_open[^1].Awaits && !_open[^2].Awaits) Close();
        if (_open.Count > 0 && !_open[^1].Awaits) _open[^1].Finished = true;
    }

    /// <summary>The end of a paragraph; with a colon, the innermost list goes on in the next ones.</summary>
    internal void EndParagraph(bool colon)
    {
        if (colon && _open.Count > 0 && _open[^1] is { Parts.Count: 0, Purpose: false } frame) frame.Awaits = true;
        else Stop();
    }

    /// <summary>A paragraph begins: a number in the style in which a list was opened ends that list.</summary>
    internal void BeginParagraph(MarkStyle style)
    {
        if (style == MarkStyle.None) return;
        while (_open.Count > 0 && (!_open[^1].Awaits || _open[^1].Style == style)) Close();
    }

    /// <summary>The end of a section.</summary>
    internal void CloseAll()
    {
        while (_open.Count > 0) Close();
    }

    private bool Belongs(Frame frame, Claim claim)
    {
        if (frame.Parts.Count == 0 && frame.OtherWhole >= 0 && !Divides(claims.Claims[frame.Whole], claim) && Divides(claims.Claims[frame.OtherWhole], claim)) frame.Whole = frame.OtherWhole;
        return Divides(claims.Claims[frame.Whole], claim) && !frame.Parts.Exists(p => claims.Claims[p].Subject.Key == claim.Subject.Key || divisions.IsBelow(claim.Subject, claims.Claims[p].Subject));
    }

    private bool Divides(Claim whole, Claim part) =>
        part.Kind == whole.Kind && part.Unit == whole.Unit && part.Measure == whole.Measure && divisions.Allow(whole.Subject, part.Subject);

    private void Close()
    {
        Frame frame = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (frame.Parts.Count == 0 || (frame.Purpose && frame.Parts.Count == 1 && frame.Partial)) return;
        claims.Add(new Breakdown(frame.Whole, [.. frame.Parts], Exhaustive: !frame.Partial && !(frame.Purpose && frame.Parts.Count == 1)));
    }

    private static bool AreSiblings(Subject a, Subject b)
    {
        if (a.Address is { } x && b.Address is { } y) return x.Form == y.Form && (x.Row == y.Row) != (x.Column == y.Column);
        return a.Address is null && b.Address is null && Parent(a.Key) is { Length: > 0 } parent && parent == Parent(b.Key);
    }

    private static string Parent(string key) => key.LastIndexOf('/') is > 0 and int slash ? key[..slash] : "";
}
