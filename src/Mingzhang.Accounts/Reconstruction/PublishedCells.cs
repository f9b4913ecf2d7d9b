using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Accounts.Reconstruction;

/// <summary>The figures of a disclosure's forms, in 分 where a sum is wanted.</summary>
internal sealed class PublishedCells(Disclosure disclosure)
{
    private readonly Dictionary<Address, Printed> _figures = disclosure.Statements
        .SelectMany(s => s.Rows.SelectMany(r => r.Cells.Where(c => c.Figure is not null).Select(c => (Cell: new Address(s.Form, r.Key, c.Column), Figure: c.Figure!.Value))))
        .DistinctBy(c => c.Cell)
        .ToDictionary(c => c.Cell, c => c.Figure);

    private readonly HashSet<Address> _unread = [.. disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.UnreadColumns.Select(c => new Address(s.Form, r.Key, c))))];

    /// <summary>Every figure by address.</summary>
    public IReadOnlyDictionary<Address, Printed> All => _figures;

    /// <summary>A figure in 分; 0 for a blank cell; null where it could not be read.</summary>
    public long? Fen(string form, string row, string column)
    {
        var cell = new Address(form, row, column);
        if (_figures.TryGetValue(cell, out Printed figure)) return (long)(figure.Value * Amount.YuanPerWan * 100);
        return _unread.Contains(cell) ? null : 0;
    }

    /// <summary>The codes of a form's rows that have no row below them, in order.</summary>
    public List<string> Leaves(string form)
    {
        List<string> codes = [.. disclosure.Statement(form)?.Rows.Select(r => r.Key).Where(k => char.IsAsciiDigit(k[0])).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()];
        return [.. codes.Where((code, i) => i + 1 == codes.Count || !codes[i + 1].StartsWith(code, StringComparison.Ordinal))];
    }

    /// <summary>The caption of a code on any form; empty if none has it.</summary>
    public string Caption(string code) => disclosure.Statements.Select(s => s.Row(code)?.Caption).FirstOrDefault(c => !string.IsNullOrEmpty(c)) ?? "";
}
