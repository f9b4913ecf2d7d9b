using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Reading.Statements;

/// <summary>Makes the statement of a form whose figures are placed; what has no certain place becomes unread.</summary>
internal static class StatementBuilder
{
    internal static Statement Build(RawForm form)
    {
        var unread = ImmutableArray.CreateBuilder<Unread>();
        unread.AddRange(form.Unread);
        var rows = ImmutableArray.CreateBuilder<StatementRow>(form.Rows.Count);
        foreach (RawRow row in form.Rows) rows.Add(Row(row, unread));
        // Column numbers that slipped into the row of a form with nothing to report took no figure away.
        bool none = !form.Rows.Exists(r => r.Items.Count > 0) && form.Notes.Exists(n => n.Text.AsSpan().ContainsAny('无', '没'));
        if (none) unread.Clear();
        if (form.Maps.Count > 0 && form.Rows.Count > 0)
            unread.Add(new Unread(form.Region.Heading, form.Region.Title, form.Maps.Count == 1 ? UnreadReason.CellMissing : UnreadReason.UnknownLayout));
        return new Statement
        {
            Form = form.Definition.Id,
            Title = form.Region.Title,
            Heading = form.Region.Heading,
            LastLine = form.LastLine,
            State = State(form, rows, unread.Count > 0),
            AmountUnit = form.AmountUnit,
            Rows = rows.ToImmutable(),
            Notes = [.. form.Notes],
            Unread = unread.ToImmutable(),
        };
    }

    private static StatementState State(RawForm form, ImmutableArray<StatementRow>.Builder rows, bool unread)
    {
        bool cells = rows.Any(r => !r.Cells.IsEmpty), open = unread || rows.Any(r => !r.UnreadColumns.IsEmpty);
        if (cells) return open ? StatementState.Partial : StatementState.Read;
        if (open) return StatementState.Unread;
        bool saysNone = form.Notes.Exists(n => n.Text.AsSpan().ContainsAny('无', '没'));
        return saysNone || rows.Count > 0 || form.Definition.MayBeEmpty ? StatementState.Empty : StatementState.Unread;
    }

    private static StatementRow Row(RawRow row, ImmutableArray<Unread>.Builder unread)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var open = ImmutableArray.CreateBuilder<string>();
        bool wrongText = false;
        for (int column = 0; column < row.Columns.Length; column++)
        {
            if (row.Lost.Contains(column) || (row.Candidates.Count == 0 && row.Items.Count > 0))
            {
                open.Add(row.Columns[column]);
                continue;
            }

            // A cell is certain where all placements in question agree on it.
            List<Atom?> items = [.. row.Candidates.Select(c => row.ItemAt(c, column)).Distinct()];
            if (items.Count > 1) open.Add(row.Columns[column]);
            else if (items is [{ } item] && item.Kind != AtomKind.Dash)
            {
                cells.Add(new Cell(row.Columns[column], item.Kind == AtomKind.Figure ? item.Figure : null, item.Text, item.Span));
                wrongText |= item.Kind != AtomKind.Figure;
            }
        }

        if (row.Items.Count > 0 && row.Candidates.Count != 1)
        {
            string text = string.Join(' ', row.Items.Select(i => i.Text));
            unread.Add(new Unread(row.Items[0].Span.To(row.Items[^1].Span), text, row.Candidates.Count == 0 ? UnreadReason.NoPlacementFits : UnreadReason.SeveralPlacementsFit));
        }

        return new StatementRow { Key = row.Key, Caption = row.Caption, Span = row.Span, Cells = cells.ToImmutable(), UnreadColumns = open.ToImmutable(), Texts = [.. row.Texts], Parent = row.Parent };
    }
}
