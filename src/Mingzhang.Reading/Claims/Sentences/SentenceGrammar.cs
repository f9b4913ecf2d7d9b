using Mingzhang.Core.Codes;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Layout;
using Mingzhang.Core.Statutes;
using Mingzhang.Reading.Claims.Classifications;
using Mingzhang.Reading.Claims.Lists;
using Mingzhang.Reading.Claims.Paragraphs;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>
/// Reads the sentences of a section: words change what is being said, and a figure makes a claim of it. A figure whose subject or relation
/// is not clear is reported as unread, never guessed.
/// </summary>
internal sealed partial class SentenceGrammar(ClaimCollector claims, ClassificationSubjects classifications, NamedItems namedItems, Divisions divisions, Edition edition, FiscalYear year)
{
    private const string PurchasesKey = "purchases/", VehiclesKey = "vehicles";
    private readonly SentenceState _state = new();
    private readonly ListFrames _frames = new(claims, divisions);
    private readonly List<Subject> _enumerated = [];
    private readonly HashSet<string> _counted = [];
    private readonly Queue<Subject> _respectively = new();
    private readonly Dictionary<string, (int Final, bool Initial, bool FullYear)> _stated = [];
    private int _sentenceAmount = -1;
    private Subject? _item;
    private readonly CountSubjects _countSubjects = new(ThreePublicCells.Of(edition));
    private readonly string? _general = edition.FormOf("general")?.Id;
    private readonly bool _isBudget = edition.Kind == DisclosureKind.Budget;
    private string _text = "";
    private bool _purchases;
    private bool _opening;
    private SectionMeaning _meaning = new();

    /// <summary>The lists of classifications in the section; null where it has none.</summary>
    internal ItemLists? Items { get; set; }

    /// <summary>The last amount claimed of the whole, by measure, since the section began.</summary>
    internal Dictionary<Measure, int> Wholes { get; } = [];

    /// <summary>Whether the last paragraph ended by turning to what the projects were.</summary>
    internal int ProjectsWhole { get; private set; } = -1;

    /// <summary>Takes the claim whose projects are listed next.</summary>
    internal int TakeProjectsWhole()
    {
        int whole = ProjectsWhole;
        ProjectsWhole = -1;
        return whole;
    }

    /// <summary>A section begins.</summary>
    internal void BeginSection(SectionMeaning meaning)
    {
        _meaning = meaning;
        classifications.BeginSection();
        _purchases = false;
        _item = null;
        _state.Clear();
        _frames.CloseAll();
        _stated.Clear();
        _enumerated.Clear();
        _respectively.Clear();
        Wholes.Clear();
        ProjectsWhole = -1;
        _sentenceAmount = -1;
    }

    /// <summary>The section ends.</summary>
    internal void EndSection() => _frames.CloseAll();

    /// <summary>Reads a paragraph; returns where it turned to the projects, or its length.</summary>
    internal int Read(Paragraph paragraph, WordTable<SubjectTerm> terms)
    {
        string text = _text = paragraph.Text;
        List<QuotedNames> names = _meaning.Classified.IsEmpty ? [] : QuotedNamesReader.Read(text);
        List<Token> tokens = Lexer.Read(text, 0, terms, names);
        _frames.BeginParagraph(paragraph.Mark);
        if (paragraph.Mark != MarkStyle.None)
        {
            _state.Clear();
            _item = null;
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            if (token.Kind == TokenKind.Open && TokenPatterns.Matching(tokens, i) is > 0 and int close)
            {
                SkipBracket(tokens, i, close);
                i = close;
                continue;
            }

            if (_state.Prose && token.Kind is TokenKind.OfWhich or TokenKind.Semicolon && TokenPatterns.AmountsFollow(tokens, i)) _state.Prose = false;
            if (_state.Prose && token.Kind == TokenKind.Comma && _opening) _state.Prose = _opening = false;
            if (_state.Prose && token.Kind != TokenKind.Stop) continue;
            if (Purpose(token, paragraph.Mark))
            {
                EndParagraph(text);
                return token.End;
            }

            if (token.Kind == TokenKind.OfWhich && NamedItems.ListsNamesOf(_state.Subject) && text[token.End - 1] == '括' && token.End + 1 < text.Length)
            {
                int length = text.AsSpan(token.End).IndexOfAny('。', '；');
                int end = length < 0 ? text.Length : token.End + length;
                namedItems.Read(text, token.End, end, _state.Subject!);
                while (i + 1 < tokens.Count && tokens[i + 1].Start < end) i++;
                continue;
            }

            Word(tokens, i, paragraph.Mark);
        }

        EndParagraph(text);
        return text.Length;
    }

    private void EndParagraph(string text)
    {
        _frames.EndParagraph(text.Length > 0 && text[^1] == '：');
        _state.EndSentence();
        _enumerated.Clear();
        _counted.Clear();
        _respectively.Clear();
    }

    private bool Purpose(Token token, MarkStyle style)
    {
        if (token.Kind != TokenKind.Purpose) return false;
        int whole = _state is { ClauseHasSubject: true, Subject: { } subject } ? FinalOf(subject) : _sentenceAmount;
        // …预算。其中2023年安排主要用于： of the expenditure that the sentences before spoke of.
        if (whole < 0 && _state.Subject is { } last && last.Address is { } spoken && spoken == _meaning.Projects) whole = FinalOf(last);
        bool projects = _meaning.Projects is { } cell && whole >= 0 && claims.Claims[whole].Subject.Address == cell;
        if (projects) ProjectsWhole = whole;
        else if (whole >= 0 && !_frames.IsListing(whole)) _frames.Open(whole, purpose: true, style);
        _state.BeginPurpose();
        return projects;
    }

    private void Word(List<Token> tokens, int i, MarkStyle style)
    {
        Token token = tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Stop:
                _state.EndSentence();
                _sentenceAmount = -1;
                _frames.Stop();
                _counted.Clear();
                _enumerated.Clear();
                _respectively.Clear();
                break;
            case TokenKind.Semicolon:
                _state.EndClause(keepSubject: false);
                _state.Way = _state.LastWay = null;
                _frames.Semicolon();
                break;
            case TokenKind.Comma or TokenKind.Colon:
                _state.EndClause(keepSubject: token.Kind == TokenKind.Colon);
                break;
            case TokenKind.Term:
                Term(tokens, i, style);
                break;
            case TokenKind.Classification:
                Classified(token.Names!, style);
                break;
            case TokenKind.Measure:
                _state.Name(token.Measure, token.Start);
                break;
            case TokenKind.BareBudget:
                _state.Name(null, token.Start);
                break;
            case TokenKind.Planned when _isBudget:
                _state.Name(null, token.Start);
                break;
            case TokenKind.Basis:
                _state.Basis = BasisOf(token);
                _state.BasisYear = token.Year == 0 ? null : token.Year;
                _state.Way = null;
                _state.Unknown = 0;
                _state.Mark(token.Start);
                break;
            case TokenKind.Way when token.Way == Direction.Level:
                ClaimLevel(token);
                break;
            case TokenKind.Way:
                _state.Way = token.Way;
                _state.Mark(token.Start);
                break;
            case TokenKind.Completion:
                _state.Completion = true;
                _state.CompletionBasis = token.Measure;
                _state.Unknown = 0;
                _state.Mark(token.Start);
                break;
            case TokenKind.Share:
                _state.Share = true;
                _state.Unknown = 0;
                _state.Mark(token.Start);
                break;
            case TokenKind.OfWhich:
                int whole = _state is { ClauseHasSubject: true, Subject: { } subject } ? FinalOf(subject) : LastAmount();
                if (whole >= 0) _frames.Open(whole, purpose: false, style, Earlier(whole));
                _state.EndClause(keepSubject: false);
                break;
            case TokenKind.Prose:
                _state.Prose = true;

                // 按照政府采购管理规定，… before a sentence of a budget is said of it, not a reason.
                _opening = _isBudget && (i == 0 || tokens[i - 1].Kind == TokenKind.Stop) && (Lexer.StartsWith(_text, token.Start, "按照") || Lexer.StartsWith(_text, token.Start, "根据"));
                break;
            case TokenKind.Absent when !_meaning.SaysAbsence:
                _state.Absent = true;
                _state.Mark(token.Start);
                break;
            case TokenKind.Respectively:
                if (_enumerated.Count > 1)
                {
                    foreach (Subject each in _enumerated) _respectively.Enqueue(each);
                }

                break;
            case TokenKind.Year:
                _state.Year = token.Year;
                break;
            case TokenKind.Figure:
                Figure(token, i > 0 ? tokens[i - 1] : default);
                break;
            case TokenKind.Other or TokenKind.Planned:
                _state.Unknown += token.End - token.Start;
                break;
        }
    }

    /// <summary>What a change is measured against: by a year of its own, a budget is last year's, or in final accounts that of the year itself.</summary>
    private Measure? BasisOf(Token token) => token.Measure switch
    {
        Measure.PriorBudget when token.Year == year.Value && !_isBudget => Measure.InitialBudget,
        Measure.PriorYear when token.Year != 0 && token.Year != year.Value - 1 && !(_isBudget && token.Year == year.Value) => null,
        null when _isBudget => null,
        null => BudgetMeant(),
        { } measure => measure,
    };

    private void Classified(QuotedNames names, MarkStyle style)
    {
        _state.EndSentence();
        Subject subject = classifications.Take(names, _meaning);
        _item = subject;
        _state.TurnTo(subject, partial: false, names.Start);
        Items?.Begin(style, subject.Address?.Row);
    }

    private void Term(List<Token> tokens, int i, MarkStyle style)
    {
        Token token = tokens[i];
        if (_meaning.Place is not null && token.Term!.Address is { Row: not Address.Total } cell && cell.Form == _general)
        {
            // A 类 by its bare name opens an item only at the start of a sentence; elsewhere it is said in passing.
            if (i == 0 || tokens[i - 1].Kind is TokenKind.Stop or TokenKind.Semicolon) Classified(new QuotedNames(token.Term.Words[0], "", [], token.Start, token.End), style);
            else _state.Unknown += token.End - token.Start;
            return;
        }

        Subject subject = AmongPurchases(WithinItem(SubjectOf(token)));
        if (_state.Share && _state.Whole is null)
        {
            _state.Whole = subject;
            _state.Unknown = 0;
            return;
        }

        if (_state.Absent)
        {
            bool budget = i + 1 < tokens.Count && tokens[i + 1].Kind is TokenKind.BareBudget;
            claims.Add(ClaimKind.None, subject, _state.Start, null, token.End, c => budget ? c with { Measure = Measure.FullYearBudget } : c);
            return;
        }

        if (_state.InPurpose && !TokenPatterns.AmountFollows(tokens, i))
        {
            _state.Unknown += token.End - token.Start;
            return;
        }

        _enumerated.Add(subject);
        _state.TurnTo(subject, token.Term!.Partial, token.Start);

        // 财政拨款支出预算中，… opens the parts of what was stated before.
        if (Lexer.StartsWith(_text, token.End, "中，") && FinalOf(subject) is >= 0 and int whole) _frames.Open(whole, purpose: false, style);
    }

    // 其中：基本支出…，项目支出… within an item speaks of the item's row, not of the form's total.
    private Subject WithinItem(Subject subject)
    {
        if (_item is null || subject.Address is not { Row: Address.Total } total || !_meaning.Classified.Any(c => c.Form == total.Form) || _meaning.Classified.Contains((total.Form, total.Column))) return subject;
        return _item.Address is { } address ? Subject.Of(subject.Name, total with { Row = address.Row }) : new Subject(subject.Name, null, _item.Key + "/" + subject.Name);
    }

    /// <summary>其中：执法执勤用车… after 预算安排购置车辆 speaks of what is to be bought.</summary>
    private Subject AmongPurchases(Subject subject)
    {
        if (subject.Key.StartsWith(PurchasesKey, StringComparison.Ordinal)) _purchases = true;
        else if (subject.Key == VehiclesKey) _purchases = false;
        return _purchases && subject.Key.StartsWith(VehiclesKey + "/", StringComparison.Ordinal) ? subject with { Key = PurchasesKey + subject.Key } : subject;
    }

    private void SkipBracket(List<Token> tokens, int open, int close)
    {
        if (_state.Prose) return;
        for (int i = open + 1; i < close; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Figure, Figure: { IsMoney: true } }) claims.AddUnread(tokens[i].Start, tokens[i].End);
        }
    }

    private static Subject SubjectOf(Token token)
    {
        SubjectTerm term = token.Term!;
        return term.Address is { } address ? Subject.Of(term.Words[0], address) : new Subject(term.Words[0], null, term.Key ?? term.Words[0]);
    }
}
