using Mingzhang.Core.Disclosures;
using Mingzhang.Reading.Claims.Words;

namespace Mingzhang.Reading.Claims.Sentences;

/// <summary>What a figure claims, by what has been said before it.</summary>
internal sealed partial class SentenceGrammar
{
    private void ClaimLevel(Token token)
    {
        if (_state.Subject is { } subject && _state.Basis is { } basis && _state.Unknown <= 2)
        {
            claims.Add(ClaimKind.Change, subject, _state.Start < 0 ? token.Start : _state.Start, null, token.End, c => c with { Basis = basis, BasisYear = _state.BasisYear, Direction = Direction.Level, Approximate = token.Rough });
        }

        _state.Claimed();
    }

    private void Figure(Token token, Token before)
    {
        Figure figure = token.Figure!;
        bool ratio = figure.IsPercent;
        if (LacksUnit(token)) claims.AddUnread(Start(token), token.End, UnreadReason.UnitMissing);
        if (figure.Unit.Length == 0 || !(figure.IsMoney || ratio || figure.IsCount)) return;
        _enumerated.Clear();
        if (_respectively.Count > 0 && !ratio && _state.Way is null) _state.TurnTo(_respectively.Dequeue(), partial: false, token.Start);
        int index = figure.Broken ? -1 : ratio ? Ratio(token, before) : figure.IsCount ? Count(token) : Money(token);
        if (index < 0)
        {
            if (!figure.IsCount || figure.Broken) Doubt(token);
            _state.Claimed();
            return;
        }

        if (claims.Claims[index].Kind is ClaimKind.Amount && claims.Claims[index].Measure == Measure.Final) _sentenceAmount = index;
        Direction? way = claims.Claims[index].Kind == ClaimKind.Change ? claims.Claims[index].Direction : null;
        _state.Claimed();
        _state.LastWay = way;
    }

    /// <summary>A figure with decimals where a percentage or an amount belongs, directly before a mark.</summary>
    private bool LacksUnit(Token token)
    {
        Figure figure = token.Figure!;
        if (figure.Unit.Length > 0 || figure.Broken || figure.Value.Decimals == 0 || _state.Subject is null || _state.Unknown > 2) return false;
        int at = token.End;
        bool expected = _state.Way is Direction.Up or Direction.Down || _state.Share || _state.Completion || _state.OwnsFigure;
        return expected && at < _text.Length && _text[at] is '。' or '，' or '；' or '）';
    }

    private int Money(Token token)
    {
        if (_state.Way is { } way)
        {
            if (_state is not { Subject: { } changed, Basis: { } basis } || _state.Unknown > 2) return -1;
            return claims.Add(ClaimKind.Change, changed, Start(token), token, token.End, c => c with { Basis = basis, BasisYear = _state.BasisYear, Direction = way });
        }

        if (!_state.OwnsFigure || _state.Subject is not { } subject || IsCountOnly(subject) || (_state.InPurpose && !classifications.IsClassified(subject))) return -1;
        Measure measure = _state.BareBudget ? BudgetMeant() : _state.Measure ?? Measure.Final;
        if (_state.Year == year.Value - 1 && measure == Measure.Final) measure = Measure.PriorYear;
        else if (measure == Measure.PriorBudget) { }
        else if (_state.Year != 0 && _state.Year != year.Value) return -1;
        bool partial = _state.Partial;
        int index = claims.Add(ClaimKind.Amount, subject, Start(token), token, token.End, c => c with { Measure = measure });
        Remember(subject, measure, index, partial);
        return index;
    }

    private int Count(Token token)
    {
        if (_state.Subject is not { } subject || _countSubjects.Of(subject, token.Figure!.Unit) is not { } counted) return -1;
        if (_state.Unknown > (_state.ClauseHasSubject ? 8 : 2) || _state.Way is not null || _state.Absent || _state.InPurpose || !_counted.Add(counted.Key)) return -1;
        int index = claims.Add(ClaimKind.Count, counted, Start(token), token, token.End);
        _frames.Offer(index, partial: false);
        return index;
    }

    private int Ratio(Token token, Token before)
    {
        if (_state.Subject is not { } subject) return -1;
        if (_state.Completion)
        {
            Measure basis = _state.CompletionBasis ?? BudgetMeant();
            return claims.Add(ClaimKind.Completion, subject, Start(token), token, token.End, c => c with { Basis = basis });
        }

        if (_state.Share)
        {
            Subject? whole = _state.Whole ?? (_state.Unknown == 0 ? _meaning.Whole : null);
            if (whole is null || whole.Key == subject.Key || _state.Unknown > 2) return -1;
            return claims.Add(ClaimKind.Share, subject, Start(token), token, token.End, c => c with { Whole = whole });
        }

        Direction? way = _state.Way ?? (before.Kind == TokenKind.Comma ? _state.LastWay : null);
        if (way is null || _state.Basis is not { } compared || _state.Unknown > 2) return -1;
        return claims.Add(ClaimKind.Growth, subject, Start(token), token, token.End, c => c with { Basis = compared, BasisYear = _state.BasisYear, Direction = way });
    }

    private void Remember(Subject subject, Measure measure, int index, bool partial)
    {
        (int final, bool initial, bool fullYear) = _stated.GetValueOrDefault(subject.Key, (-1, false, false));
        _stated[subject.Key] = (measure == Measure.Final ? index : final, initial || measure == Measure.InitialBudget, fullYear || measure == Measure.FullYearBudget);
        if (_meaning.Whole is { } whole && subject.Key == whole.Key) Wholes.TryAdd(measure, index);
        else if (classifications.IsClassified(subject)) Items?.Offer(index);
        if (!classifications.IsClassified(subject)) _frames.Offer(index, partial);
        if (partial && claims.Claims[index].Value is { Value: not 0 }) Items?.Doubt();
    }

    // 预算 alone: in a budget the year's own; else the one that the text has named for the subject, or the adjusted one, as on the three-public form.
    private Measure BudgetMeant() =>
        _isBudget ? _state.Year == year.Value - 1 ? Measure.PriorBudget : Measure.Final :
        _state.Subject is { } subject && _stated.TryGetValue(subject.Key, out var stated) && stated.Initial && !stated.FullYear ? Measure.InitialBudget : Measure.FullYearBudget;

    private int FinalOf(Subject subject) => _stated.TryGetValue(subject.Key, out var stated) ? stated.Final : -1;

    private int LastAmount()
    {
        for (int i = claims.Claims.Count - 1; i >= 0 && i >= claims.Claims.Count - 12; i--)
        {
            Claim claim = claims.Claims[i];
            if (claim.Section != claims.Section) return -1;
            if (claim.Kind is ClaimKind.Amount or ClaimKind.Count && claim.Measure is Measure.Final) return i;
        }

        return -1;
    }

    /// <summary>The amounts claimed shortly before one: 收入总计…，支出总计…，其中：本年收入…</summary>
    private int Earlier(int index)
    {
        for (int i = index - 1; i >= 0 && i >= index - 3; i--)
        {
            Claim claim = claims.Claims[i];
            if (claim.Section != claims.Section) break;
            if (claim.Kind == ClaimKind.Amount && claim.Measure == Measure.Final && claim.Subject.Key != claims.Claims[index].Subject.Key) return i;
        }

        return -1;
    }

    private int Start(Token token) => _state.Start < 0 ? token.Start : _state.Start;

    private void Doubt(Token token)
    {
        claims.AddUnread(Start(token), token.End);
        if (_state.InPurpose) return;
        _frames.Doubt();
        Items?.Doubt();
    }

    private static bool IsCountOnly(Subject subject) =>
        subject.Key.StartsWith("vehicles", StringComparison.Ordinal) || subject.Key.StartsWith("equipment", StringComparison.Ordinal) || subject.Key.StartsWith(PurchasesKey, StringComparison.Ordinal)
        || subject.Key is "overseas/团组" or "overseas/人次" or "reception/批次" or "reception/人次" or "reception/外事批次" or "reception/外事人次" or "cars/购置数" or "cars/保有量";
}
