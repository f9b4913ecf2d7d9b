using Mingzhang.Core.Disclosures;

namespace Mingzhang.Publishing.Reports;

/// <summary>Everything in a document that should hold facts and could not be read.</summary>
internal static class UnreadText
{
    /// <summary>The unread stretches in document order, each with what it belongs to: a form's number, the title of an evaluation or a declaration of goals, or empty.</summary>
    public static IEnumerable<(string Owner, Unread Unread)> Of(Disclosure disclosure) =>
        disclosure.Statements.SelectMany(s => s.Unread.Select(u => (Owner: s.Form, Unread: u)))
            .Concat(disclosure.Evaluations.SelectMany(e => e.Unread.Select(u => (Owner: e.Title.Text, Unread: u))))
            .Concat(disclosure.Goals.SelectMany(g => g.Unread.Select(u => (Owner: g.Title.Text, Unread: u))))
            .Concat(disclosure.Unread.Select(u => (Owner: "", Unread: u)))
            .OrderBy(u => u.Unread.Span);
}
