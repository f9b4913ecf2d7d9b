using System.Collections.Immutable;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Classifications;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Lists;

/// <summary>The names of economic items that 人员经费 and 公用经费 are said to consist of (六).</summary>
internal sealed class NamedItems
{
    private const string Personnel = "人员经费合计", PersonnelKey = "/personnel";
    private const string Operating = "公用经费合计", OperatingKey = "/operating";
    private const int LongestName = 40;

    private readonly ClaimCollector _claims;
    private readonly ImmutableArray<Statement> _statements;
    private readonly Edition _edition;
    private readonly Dictionary<string, (NameIndex Personnel, NameIndex Operating)> _indexes = [];

    internal NamedItems(ClaimCollector claims, ImmutableArray<Statement> statements, Edition edition)
    {
        _claims = claims;
        _statements = statements;
        _edition = edition;
    }

    /// <summary>Whether a list of names after 包括 names economic items of the subject.</summary>
    internal static bool ListsNamesOf(Subject? subject) =>
        subject is not null && (subject.Address is { Row: Personnel or Operating } || subject.Key.EndsWith(PersonnelKey, StringComparison.Ordinal) || subject.Key.EndsWith(OperatingKey, StringComparison.Ordinal));

    /// <summary>Reads the names from <paramref name="start"/> to <paramref name="end"/> of the present paragraph.</summary>
    internal void Read(string text, int start, int end, Subject whole)
    {
        bool personnel = whole.Address is { Row: Personnel } || whole.Key.EndsWith(PersonnelKey, StringComparison.Ordinal);

        // basic/personnel speaks of the form whose subject is basic.
        string form = whole.Address?.Form ?? _edition.FormOf(whole.Key[..whole.Key.LastIndexOf('/')])?.Id ?? "";
        NameIndex index = personnel ? IndexesOf(form).Personnel : IndexesOf(form).Operating;
        int from = start;
        for (int at = start; at <= end; at++)
        {
            if (at < end && text[at] is not ('、' or '，' or '；' or '：')) continue;
            Name(text, from, at, index, form);
            from = at + 1;
        }
    }

    private (NameIndex Personnel, NameIndex Operating) IndexesOf(string form)
    {
        if (_indexes.TryGetValue(form, out (NameIndex, NameIndex) known)) return known;
        List<(string Code, string Name)> entries = [];
        List<StatementRow> rows = [.. _statements.Where(s => s.Form == form).SelectMany(s => s.Rows)];
        entries.AddRange(rows.Where(r => NameIndex.IsCode(r.Key)).Select(r => (r.Key, r.Caption)));
        if (_edition.Form(form) is { } definition) entries.AddRange(definition.Codes.Where(c => NameIndex.IsCode(c.Key)).Select(c => (c.Key, c.Caption)));

        // Two codes have the same name (30902, 31002 办公设备购置): the one that money was spent on is meant.
        HashSet<string> spent = [.. rows.Where(r => !r.Cells.IsEmpty).Select(r => r.Caption)];
        HashSet<string> spentCodes = [.. rows.Where(r => !r.Cells.IsEmpty).Select(r => r.Key)];
        entries.RemoveAll(e => spent.Contains(e.Name) && !spentCodes.Contains(e.Code));
        if (_edition.Kind == DisclosureKind.Budget) entries.AddRange(_edition.Economic.Entries.Where(e => e.Code.Length == 5 && !entries.Exists(own => own.Name == e.Name)).Select(e => (e.Code, e.Name)));
        return _indexes[form] = (new NameIndex(entries.Where(e => _edition.Accounts.IsPersonnel(e.Code))), new NameIndex(entries.Where(e => !_edition.Accounts.IsPersonnel(e.Code))));
    }

    private void Name(string text, int start, int end, NameIndex index, string form)
    {
        while (start < end && text[start] is ' ' or '：') start++;
        foreach (string tail in (ReadOnlySpan<string>)["等费用", "等支出", "等"])
        {
            if (text.AsSpan(start, end - start).EndsWith(tail)) end -= tail.Length;
        }

        int last = end;
        Token? amount = null;
        if (text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') is > 0 and int digits)
        {
            if (FigureReader.Read(text, start + digits, out int figureEnd) is not { IsMoney: true, Broken: false } figure || figureEnd != end) return;
            amount = new Token(TokenKind.Figure, start + digits, end) { Figure = figure };
            end = start + digits;
            if (text[end - 1] == '为') end--;
        }

        ReadOnlySpan<char> name = text.AsSpan(start, end - start);
        if (name.Length is < 2 or > LongestName || name.ContainsAnyInRange('0', '9')) return;
        string named = name.ToString();
        string? code = index.Find(named, 5, "", exactly: true).Code ?? index.Find(named, 3, "", exactly: true).Code ?? index.Find(named, 5, "").Code;
        Subject subject = code is null ? new Subject(named, null, "economic/" + named) : Subject.Of(named, new Address(form, code, "1"));
        _claims.Add(amount is null ? ClaimKind.Named : ClaimKind.Amount, subject, start, amount, last);
    }
}
