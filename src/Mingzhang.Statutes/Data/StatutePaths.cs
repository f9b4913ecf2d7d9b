namespace Mingzhang.Statutes.Data;

/// <summary>Which paths below <c>forms/</c> are read (docs/forms.md): a file anywhere else would be silently without effect.</summary>
internal static class StatutePaths
{
    /// <summary>The folder of an edition, <c>final-accounts/2023</c> or a place's <c>budget/shanghai/2024</c>, if the file is one of an edition; null for other files that are read.</summary>
    /// <returns>False for a file that nothing reads.</returns>
    internal static bool TryPlace(string path, out string? edition)
    {
        string[] parts = path.Split('/');
        edition = parts.Length is 3 or 4 ? path[..path.LastIndexOf('/')] : null;
        return parts switch
        {
            ["classifications", "functional.csv" or "economic.csv"] => true,
            ["accounts", "budgetary.csv" or "funds.csv" or "personnel.csv"] => true,
            ["budget", "goals.yaml"] => true,
            ["scoring", var name] => name.EndsWith(".yaml", StringComparison.Ordinal),
            ["final-accounts" or "budget", var year, var name] => IsYear(year) && OfEdition(name),
            ["final-accounts" or "budget", var place, var year, var name] => IsPlace(place) && IsYear(year) && OfEdition(name),
            _ => false,
        };
    }

    private static bool IsYear(string name) => name.Length == 4 && !name.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>A place's folder: small letters and hyphens.</summary>
    private static bool IsPlace(string name) => name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or '-');

    private static bool OfEdition(string name) =>
        name is "edition.yaml" or "relations.yaml" or "sections.yaml" or "terms.yaml" or "indicators.yaml" or "evaluation.yaml" or "wording.yaml"
        || (name.StartsWith("form-", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal));
}
