using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Checking.Classifications;

/// <summary>The functional codes that the document's forms show, with the names that they print.</summary>
internal sealed class CodesInUse
{
    /// <summary>Forms with functional codes, those of the whole expenditure first.</summary>
    internal static readonly string[] Forms = ["03", "05", "02", "07", "08"];

    private readonly SortedDictionary<string, (string Form, StatementRow Row)> _byCode = new(StringComparer.Ordinal);

    private readonly HashSet<(string Code, string Name)> _names = [];

    private CodesInUse(CheckContext context)
    {
        foreach (string form in Forms)
        {
            if (context.Statement(form) is not { } statement)
            {
                if (form == "03") IsWhole = false;
                continue;
            }

            if (form == "03" && (statement.State == StatementState.Unread || !statement.Unread.IsEmpty)) IsWhole = false;
            foreach (StatementRow row in statement.Rows)
            {
                if (!IsCode(row.Key)) continue;
                _byCode.TryAdd(row.Key, (form, row));
                _names.Add((row.Key, Names.Squeeze(row.Caption)));
            }
        }
    }

    /// <summary>The codes of a disclosure.</summary>
    internal static CodesInUse Of(CheckContext context) => context.Derived(static c => new CodesInUse(c));

    /// <summary>Whether form 03, which has every code with expenditure, was read completely, so that a code it lacks is not in use.</summary>
    internal bool IsWhole { get; } = true;

    /// <summary>Whether any code is known.</summary>
    internal bool Any => _byCode.Count > 0;

    /// <summary>The item codes (项) in code order.</summary>
    internal IEnumerable<string> Items => _byCode.Keys.Where(c => c.Length == 7);

    /// <summary>The class codes (类) on a form, in code order.</summary>
    internal IEnumerable<string> Classes => _byCode.Keys.Where(c => c.Length == 3);

    /// <summary>All codes with the first form that shows them and its row.</summary>
    internal IEnumerable<(string Code, string Form, StatementRow Row)> All => _byCode.Select(e => (e.Key, e.Value.Form, e.Value.Row));

    /// <summary>Whether a code stands on a form.</summary>
    internal bool Has(string code) => _byCode.ContainsKey(code);

    /// <summary>The row of a code; null if no form has it.</summary>
    internal StatementRow? Row(string code) => _byCode.TryGetValue(code, out (string, StatementRow Row) found) ? found.Row : null;

    /// <summary>The name that the forms print; empty if none has the code.</summary>
    internal string Name(string code) => Row(code)?.Caption ?? "";

    /// <summary>Whether some form prints a name beside a code: a wrapped name may be cut on another.</summary>
    internal bool IsPrinted(string code, string name) => _names.Contains((code, Names.Squeeze(name)));

    /// <summary>A code with its name, for reports: <c>2080801 死亡抚恤</c>.</summary>
    internal string Described(string code) => Names.Squeeze(Name(code)) is { Length: > 0 } name ? $"{code} {name}" : code;

    private static bool IsCode(string key) => key.Length is 3 or 5 or 7 && key[0] == '2' && !key.AsSpan().ContainsAnyExceptInRange('0', '9');
}
