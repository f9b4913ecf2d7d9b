using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Mingzhang.Accounts.Books;
using Mingzhang.Accounts.Books.Files;
using Mingzhang.Accounts.Books.Problems;
using Mingzhang.Accounts.Books.Tables;
using Mingzhang.Accounts.Books.Values;
using Mingzhang.Core.Codes;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Statutes;

namespace Mingzhang.Accounts.Ledgers;

/// <summary>
/// Reads <c>ledger.csv</c> (docs/books.md). Every value of a column is decoded and looked up once, every row becomes a few numbers. A row
/// that is not written in the plainest way goes to <see cref="LedgerRowReader"/>, which reads it or says what is wrong.
/// </summary>
internal sealed class LedgerFile
{
    private const int MaxColumns = 256;
    private const int ShortRow = 48;

    // Voucher numbers and summaries are rarely more of a ledger than this part of it.
    private const int TextPart = 6;

    // Texts together must stay below the largest array.
    private const long MostBytes = 2_000_000_000;

    private readonly FileProblems _log;
    private readonly LedgerTexts _texts;
    private readonly LedgerDimension _units, _accounts, _functional, _economic, _government, _projects, _counterparties, _funds, _purposes, _dates;
    private readonly ByteInterner _voucherNumbers = new();
    private readonly List<Voucher> _vouchers = [];
    private readonly CombinationTable _combinations = new();
    private readonly LedgerRows _rows;
    private readonly List<(int Entry, int Line)> _lines = [];
    private readonly LedgerRowReader _plain;
    private int[] _places = [];
    private string[] _header = [];
    private int _line;
    private int _next;
    private int _day;
    private uint _month;

    private LedgerFile(long length, BookNames names, Edition edition, int year, FileProblems log)
    {
        _log = log;
        _plain = new LedgerRowReader(names, edition, year, log);
        // Memory that is not written to costs nothing.
        _texts = new LedgerTexts((int)(length / TextPart) + 64);
        _rows = new LedgerRows((int)(length / ShortRow) + 1);
        static int Flag(bool usable) => usable ? 0 : -1;
        _units = new LedgerDimension(v => Flag(names.Units?.Contains(v) == true));
        _accounts = new LedgerDimension(v => Flag(edition.Accounts.Find(v) is not null));
        _functional = new LedgerDimension(v => Flag(v.Length == 0 || IsItem(v, names)));
        _economic = new LedgerDimension(v => Flag(v.Length == 0 || IsEconomicItem(v, names)));
        _government = new LedgerDimension(v => Flag(v.Length == 0 || (EconomicCode.TryParse(v, out EconomicCode code) && code.IsGovernment)));
        _projects = new LedgerDimension(v => Flag(v.Length == 0 || names.Projects?.Contains(v) != false));
        _counterparties = new LedgerDimension(v => Flag(v.Length == 0 || names.Units?.Contains(v) == true));
        _funds = new LedgerDimension(v => BookTerms.Funds.TryRead(v, out Fund fund) ? (int)fund : -1);
        _dates = new LedgerDimension(v => DateText.TryRead(v, out DateOnly date) && date.Year == year ? date.DayNumber : -1);
        _purposes = new LedgerDimension(v => BookTerms.Purposes.TryRead(v, out Purpose purpose) ? (int)purpose : -1);
    }

    /// <summary>Reads the entries; whatever is wrong is among the problems, and a row with an error is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="department">The units that entries may name.</param>
    /// <param name="projects">The projects that they may name; null if not all could be read: then none is called unknown.</param>
    /// <param name="edition">The accounts and classifications in force.</param>
    /// <param name="year">The year in which every entry lies.</param>
    /// <param name="limits">Limits on sizes.</param>
    /// <param name="problems">Where problems go.</param>
    internal static Ledger Read(string path, Department department, ImmutableArray<Project>? projects, Edition edition, FiscalYear year, BookLimits limits, ImmutableArray<BookProblem>.Builder problems)
    {
        var names = new BookNames(department, projects, edition);
        long most = Math.Min(limits.LedgerBytes, MostBytes);
        var log = new FileProblems(Path.GetFileName(path), limits.ProblemsPerFile);
        if (ReadPlain(path, most, length => new LedgerFile(length, names, edition, year.Value, log)) is not { } ledger)
        {
            // Another encoding, or no text at all: as a whole, with patience.
            log = new FileProblems(Path.GetFileName(path), limits.ProblemsPerFile);
            names = new BookNames(department, projects, edition);
            ledger = BookText.ReadUtf8(path, most, log) is { } text ? new LedgerFile(text.Length, names, edition, year.Value, log).Read(new MemoryStream(text), isKnownText: true) : null;
        }

        problems.AddRange(log.All());
        return ledger ?? new Ledger([]);
    }

    private static Ledger? ReadPlain(string path, long most, Func<long, LedgerFile> file)
    {
        if (BookText.HasNoContent(path)) return null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            return stream.Length <= most ? file(stream.Length).Read(stream, isKnownText: false) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private Ledger? Read(Stream stream, bool isKnownText)
    {
        try
        {
            return ReadRows(new LedgerBlocks(stream), isKnownText) ? Ledger() : null;
        }
        catch (OverflowException)
        {
            _log.Error("book.amounts", _line, LedgerColumns.Amount.Name, new("金额之和太大", "the sum of the amounts is too large"), new("核对金额：单位是元", "check the amounts: they are in 元"));
            return new Ledger([]);
        }
    }

    /// <summary>Reads all rows; false where the text turns out not to be UTF-8.</summary>
    private bool ReadRows(LedgerBlocks blocks, bool isKnownText)
    {
        Span<int> starts = stackalloc int[MaxColumns], ends = stackalloc int[MaxColumns];
        int consumed = 0;
        bool any = isKnownText;
        while (blocks.Read(consumed))
        {
            if (!isKnownText && !blocks.IsText) return false;
            any = true;
            var scanner = new CsvScanner(blocks.Bytes, blocks.Start, blocks.Length, blocks.IsLast, starts, ends);
            if (_places.Length > 0 || ReadHeader(ref scanner, blocks, starts, ends)) ReadRows(ref scanner, blocks, starts, ends);
            else if (scanner.At > blocks.Start) return true;
            consumed = scanner.At;
        }

        return any;
    }

    private bool ReadHeader(ref CsvScanner scanner, LedgerBlocks blocks, Span<int> starts, Span<int> ends)
    {
        if (!scanner.Next()) return false;
        _header = Cells(ref scanner, starts, ends, blocks, ' ', '\t', '\u3000', '\uFEFF');
        _next = 2 + scanner.LineEnds;
        if (CsvTable.Places(_header, LedgerColumns.All, _log) is not { } places) return false;
        _places = places;
        return true;
    }

    private void ReadRows(ref CsvScanner scanner, LedgerBlocks blocks, Span<int> starts, Span<int> ends)
    {
        int[] places = _places;
        int date = places[0], voucher = places[1], unit = places[2], account = places[3], fund = places[4], functional = places[5], economic = places[6];
        int government = places[7], project = places[8], purpose = places[9], counterparty = places[10], amount = places[11], summary = places[12];
        int width = _header.Length;
        ref byte text = ref MemoryMarshal.GetArrayDataReference(blocks.Bytes);
        while (scanner.Next())
        {
            _line = _next;
            _next += 1 + scanner.LineEnds;
            ref byte source = ref scanner.IsQuoted ? ref MemoryMarshal.GetArrayDataReference(scanner.Unquoted) : ref text;
            if (scanner.Fields != width || scanner.IsMalformed)
            {
                Slow(ref scanner, starts, ends, blocks);
                continue;
            }

            ref byte field = ref Field(ref source, starts, ends, date, out int length);
            int day = _dates.Meaning(_dates.Number(ref field, length));
            field = ref Field(ref source, starts, ends, unit, out length);
            int unitNumber = _units.Number(ref field, length);
            field = ref Field(ref source, starts, ends, account, out length);
            int accountNumber = _accounts.Number(ref field, length);
            field = ref Field(ref source, starts, ends, fund, out length);
            int fundValue = _funds.Meaning(_funds.Number(ref field, length));
            field = ref Field(ref source, starts, ends, functional, out length);
            int functionalNumber = _functional.Number(ref field, length);
            field = ref Field(ref source, starts, ends, economic, out length);
            int economicNumber = _economic.Number(ref field, length);
            field = ref Field(ref source, starts, ends, government, out length);
            int governmentNumber = _government.Number(ref field, length);
            field = ref Field(ref source, starts, ends, project, out length);
            int projectNumber = _projects.Number(ref field, length);
            field = ref Field(ref source, starts, ends, purpose, out length);
            int purposeValue = _purposes.Meaning(_purposes.Number(ref field, length));
            field = ref Field(ref source, starts, ends, counterparty, out length);
            int counterpartyNumber = _counterparties.Number(ref field, length);
            field = ref Field(ref source, starts, ends, amount, out length);
            bool hasAmount = LedgerFields.TryCents(ref field, length, out long cents);
            int wrong = day | fundValue | purposeValue | _units.Meaning(unitNumber) | _accounts.Meaning(accountNumber) | _functional.Meaning(functionalNumber)
                | _economic.Meaning(economicNumber) | _government.Meaning(governmentNumber) | _projects.Meaning(projectNumber) | _counterparties.Meaning(counterpartyNumber);
            field = ref Field(ref source, starts, ends, voucher, out length);
            if (wrong < 0 || !hasAmount || length == 0)
            {
                Slow(ref scanner, starts, ends, blocks);
                continue;
            }

            int voucherNumber = VoucherNumber(ref field, length, unitNumber, day);
            field = ref Field(ref source, starts, ends, summary, out length);
            int summaryPlace = _texts.AddSummary(ref field, length);
            Add(new Combination(unitNumber, accountNumber, functionalNumber, economicNumber, governmentNumber, projectNumber, counterpartyNumber, (Fund)fundValue, (Purpose)purposeValue, cents < 0), cents, voucherNumber, summaryPlace);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Field(ref byte source, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int column, out int length)
    {
        length = 0;
        if (column < 0) return ref source;
        int start = starts[column], end = ends[column];
        while (start < end && Unsafe.Add(ref source, start) <= (byte)' ') start++;
        while (start < end && Unsafe.Add(ref source, end - 1) <= (byte)' ') end--;
        length = end - start;
        return ref Unsafe.Add(ref source, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Combination combination, long cents, int voucher, int summary)
    {
        int expected = _lines.Count == 0 ? _rows.Count + 2 : _lines[^1].Line + _rows.Count - _lines[^1].Entry;
        if (_line != expected) _lines.Add((_rows.Count, _line));
        _rows.Add(_combinations.Add(combination, cents), cents, voucher, summary);
    }

    /// <summary>The voucher of a number in a unit and month: vouchers are numbered month by month (会计基础工作规范).</summary>
    private int VoucherNumber(ref byte field, int length, int unit, int day)
    {
        if (day != _day) (_day, _month) = (day, (uint)DateOnly.FromDayNumber(day).Month);
        int number = _voucherNumbers.Number(ref field, length, ((uint)unit << 4) | _month, out bool isNew);
        if (isNew) _vouchers.Add(new Voucher(_texts.Add(ref field, length), unit, day));
        else if (_vouchers[number].Day != day)
        {
            string name = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(ref field, length));
            DateOnly first = DateOnly.FromDayNumber(_vouchers[number].Day);
            _log.Error(
                "book.ledger.duplicate-voucher", _line, LedgerColumns.Voucher.Name,
                new($"凭证号“{name}”重复：同一单位 {first:yyyy-MM-dd} 已有此号的凭证", $"voucher \"{name}\" exists already: the unit has one of this number on {first:yyyy-MM-dd}"),
                new("同一单位一个月内凭证号不能重复，一张凭证只有一个日期：更正凭证号或日期", "within a month a unit uses a number once, and a voucher has one date: correct the number or the date"));
        }

        return number;
    }

    /// <summary>A row that is not plain: read with patience, or reported.</summary>
    private void Slow(ref CsvScanner scanner, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, LedgerBlocks blocks)
    {
        string[] cells = Cells(ref scanner, starts, ends, blocks);
        if (scanner.IsMalformed)
        {
            _log.Error("book.table.quotes", _line, "", new("双引号没有配对或用错位置", "a double quote is not closed or stands in the wrong place"),
                new("引号内的双引号写两个（\"\"）；不需要引号的格不要写引号", "write a double quote inside quotes twice (\"\"); use none where none are needed"));
            return;
        }

        if (cells.All(string.IsNullOrWhiteSpace) || !CsvTable.Fits(cells, _header, _line, _log)) return;
        if (_plain.Read(_places, _line, cells) is not { } entry) return;
        byte[] bytes = Encoding.UTF8.GetBytes(entry.Voucher + "\0\0\0\0\0\0\0\0");
        int unit = _units.Number(entry.Unit), day = entry.Date.DayNumber;
        long cents = (long)(entry.Amount.Yuan * 100m);
        var combination = new Combination(
            unit, _accounts.Number(entry.Account), _functional.Number(entry.Functional), _economic.Number(entry.Economic), _government.Number(entry.GovernmentEconomic),
            _projects.Number(entry.Project), _counterparties.Number(entry.Counterparty), entry.Fund, entry.Purpose, cents < 0);
        Add(combination, cents, VoucherNumber(ref bytes[0], bytes.Length - 8, unit, day), entry.Summary.Length == 0 ? -1 : _texts.Add(entry.Summary));
    }

    private static string[] Cells(ref CsvScanner scanner, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, LedgerBlocks blocks, params char[] trimmed)
    {
        ReadOnlySpan<byte> source = scanner.IsQuoted ? scanner.Unquoted : blocks.Bytes;
        string[] cells = new string[Math.Min(scanner.Fields, MaxColumns)];
        for (int i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(source[starts[i]..ends[i]]).Trim(trimmed.Length == 0 ? [' ', '\t', '\r'] : trimmed);
        return cells;
    }

    private bool IsItem(string code, BookNames names)
    {
        if (!FunctionalCode.TryParse(code, out FunctionalCode functional) || functional.Level != FunctionalLevel.Item) return false;
        names.NoteFunctional(code, _log, _line, LedgerColumns.Functional.Name);
        return true;
    }

    private bool IsEconomicItem(string code, BookNames names)
    {
        if (!EconomicCode.TryParse(code, out EconomicCode economic) || economic.IsClass || economic.IsGovernment) return false;
        names.NoteEconomic(code, _log, _line, LedgerColumns.Economic.Name);
        return true;
    }

    private Ledger Ledger()
    {
        var dimensions = new LedgerDimensions(
            [.. _units.Values], [.. _accounts.Values], [.. _functional.Values], [.. _economic.Values], [.. _government.Values], [.. _projects.Values], [.. _counterparties.Values]);
        return new Ledger(dimensions, _combinations, _rows, _vouchers, _texts) { Lines = [.. _lines] };
    }
}
