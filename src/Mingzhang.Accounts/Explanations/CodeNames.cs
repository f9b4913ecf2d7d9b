using Mingzhang.Accounts.Statements;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Explanations;

/// <summary>The names of functional codes: as the forms print them, else as the classification in force has them.</summary>
internal sealed class CodeNames
{
    // The forms with functional codes, the one that the explanations speak of first.
    private static readonly string[] Subjects = ["general", "expenditure", "income", "governmentFund", "stateCapital"];

    private readonly Dictionary<string, string> _printed = [];
    private readonly Dictionary<string, string> _executions;
    private readonly Classification _functional;

    internal CodeNames(Edition edition, YearAccounts accounts)
    {
        _functional = edition.Functional;
        _executions = accounts.Items.ToDictionary(i => i.Code, i => i.Name);
        foreach (string form in Subjects.Select(edition.IdOf))
        {
            foreach (StatementRow row in accounts.Statements.Where(s => s.Form == form).SelectMany(s => s.Rows))
            {
                if (FunctionalCode.TryParse(row.Key, out _)) _printed.TryAdd(row.Key, row.Caption.Trim());
            }
        }
    }

    /// <summary>The codes of the forms, in order.</summary>
    internal IEnumerable<string> Printed => _printed.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of a code and of the codes above it.</summary>
    internal FunctionalNames Of(string code) => new(
        code,
        NameOf(code[..3]),
        code.Length >= 5 ? NameOf(code[..5]) : "",
        code.Length == 7 ? NameOf(code) : "",
        _printed.ContainsKey(code));

    private string NameOf(string code) =>
        _printed.GetValueOrDefault(code) ?? _functional.Find(code)?.Name ?? _executions.GetValueOrDefault(code, code);
}
