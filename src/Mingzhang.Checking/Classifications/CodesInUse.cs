using Mingzhang.Checking.Engine;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;

namespace Mingzhang.Checking.Classifications;

/// <summary>The functional codes that the document's forms show, with the names that they print.</summary>
internal sealed class CodesInUse
{
    /// <summary>Forms with functional codes, those of the whole expenditure first.</summary>
    internal static readonly string[] Subjects = ["expenditure", "appropriationByFunction", "general", "income", "governmentFund", "stateCapital"];

    private readonly Dictionary<string, CodeInUse> _byCode = [];

    private CodesInUse(CheckContext context)
    {
        // Where the form of all expenditure has no codes, the widest one that has them stands for it.
        string whole = Array.Find(Subjects, s => context.Edition.FormOf(s) is { Shape: FormShape.FunctionalCodes }) ?? "";
        foreach (string subject in Subjects)
        {
            if (context.Edition.FormOf(subject) is not { } form || context.Statement(form.Id) is not { } statement)
            {
                if (subject == whole) IsWhole = false;
                continue;
            }

            if (form.Shape is not FormShape.FunctionalCodes) continue;
            if (subject == whole && (statement.State == StatementState.Unread || !statement.Unread.IsEmpty)) IsWhole = false;
            foreach (StatementRow row in statement.Rows)
            {
                if (!IsCode(row.Key)) continue;
                string name = Names.Squeeze(row.Caption);
                if (_byCode.TryGetValue(row.Key, out CodeInUse? known)) known.AlsoPrintedAs(name);
                else _byCode.Add(row.Key, new CodeInUse(row, name));
            }
        }

        Items = [.. _byCode.Keys.Where(c => c.Length == 7)];
        Array.Sort(Items, StringComparer.Ordinal);
    }

    /// <summary>The codes of a disclosure.</summary>
    internal static CodesInUse Of(CheckContext context) => context.Derived(static c => new CodesInUse(c));

    /// <summary>Whether the form of all expenditure was read completely, so that a code it lacks is not in use.</summary>
    internal bool IsWhole { get; } = true;

    /// <summary>Whether any code is known.</summary>
    internal bool Any => _byCode.Count > 0;

    /// <summary>The item codes (项) in code order.</summary>
    internal string[] Items { get; }

    /// <summary>Whether a code stands on a form.</summary>
    internal bool Has(string code) => _byCode.ContainsKey(code);

    /// <summary>Whether an item has a name (squeezed).</summary>
    internal bool HasItemNamed(string name)
    {
        foreach (string item in Items)
        {
            if (Name(item) == name) return true;
        }

        return false;
    }

    /// <summary>The row of a code; null if no form has it.</summary>
    internal StatementRow? Row(string code) => _byCode.GetValueOrDefault(code)?.Row;

    /// <summary>The name that the forms print, squeezed; empty if none has the code.</summary>
    internal string Name(string code) => _byCode.GetValueOrDefault(code)?.Name ?? "";

    /// <summary>Whether some form prints a name beside a code: a wrapped name may be cut on another.</summary>
    internal bool IsPrinted(string code, string name) => _byCode.TryGetValue(code, out CodeInUse? known) && known.IsPrinted(Names.Squeeze(name));

    /// <summary>A code with its name, for reports: <c>2080801 死亡抚恤</c>.</summary>
    internal string Described(string code) => Name(code) is { Length: > 0 } name ? $"{code} {name}" : code;

    /// <summary>A code's row on the first form that shows it, and the names that the forms print, squeezed, that row's apart.</summary>
    private sealed class CodeInUse(StatementRow row, string name)
    {
        private HashSet<string>? _otherNames;

        public StatementRow Row => row;

        public string Name => name;

        public bool IsPrinted(string other) => other == name || _otherNames?.Contains(other) == true;

        public void AlsoPrintedAs(string other)
        {
            if (other != name) (_otherNames ??= []).Add(other);
        }
    }

    private static bool IsCode(string key) => key.Length is 3 or 5 or 7 && key[0] == '2' && !key.AsSpan().ContainsAnyExceptInRange('0', '9');
}
