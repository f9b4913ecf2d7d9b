using Mingzhang.Core.Codes;
using Mingzhang.Core.Findings;
using Mingzhang.Core.Forms;
using Mingzhang.Core.Statutes;
using Mingzhang.Statutes.Formulas;
using Mingzhang.Tests.Shared;

namespace Mingzhang.Statutes.Tests.Editions;

public class FormDataTests
{
    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void An_edition_has_the_nine_forms(int year) =>
        Assert.Equal(["01", "02", "03", "04", "05", "06", "07", "08", "09"], Statutes.Of(year).Forms.Select(f => f.Id));

    [Theory]
    [InlineData("01", 2)]
    [InlineData("02", 7)]
    [InlineData("03", 6)]
    [InlineData("04", 5)]
    [InlineData("05", 3)]
    [InlineData("06", 1)]
    [InlineData("07", 6)]
    [InlineData("08", 3)]
    [InlineData("09", 12)]
    public void Columns_are_numbered_from_one(string form, int columns) =>
        Assert.Equal(Enumerable.Range(1, columns).Select(n => $"{n}"), Statutes.Form(2023, form).Columns.Select(c => c.Number));

    [Theory]
    [InlineData(2023, "01", 62)]
    [InlineData(2024, "01", 60)]
    [InlineData(2023, "04", 64)]
    [InlineData(2024, "04", 64)]
    public void Lines_are_numbered_without_gaps(int year, string form, int lines) =>
        Assert.Equal(Enumerable.Range(1, lines).Select(n => $"{n}"), Statutes.Form(year, form).Lines.Select(l => l.Number));

    [Theory]
    [InlineData(2023, "01", 32)]
    [InlineData(2024, "01", 31)]
    [InlineData(2023, "04", 33)]
    [InlineData(2024, "04", 33)]
    public void The_twenty_six_classes_stand_in_order_and_are_all_known(int year, string form, int first)
    {
        FormLine[] classes = [.. Statutes.Form(year, form).Lines.Where(l => l.Class is not null)];
        Assert.Equal(Enumerable.Range(first, 26).Select(n => $"{n}"), classes.Select(l => l.Number));
        Assert.Equal(classes.Select(l => l.Class).Order(StringComparer.Ordinal), classes.Select(l => l.Class));
        Assert.All(classes, l => Assert.Equal(Statutes.Of(year).Functional.Find(l.Class!)?.Name, l.Caption));
    }

    [Theory]
    [InlineData(2023, "27", "本年收入合计", "1")]
    [InlineData(2023, "31", "总计", "1")]
    [InlineData(2023, "58", "本年支出合计", "2")]
    [InlineData(2023, "62", "总计", "2")]
    [InlineData(2024, "27", "本年收入合计", "1")]
    [InlineData(2024, "30", "总计", "1")]
    [InlineData(2024, "57", "本年支出合计", "2")]
    [InlineData(2024, "60", "总计", "2")]
    public void The_totals_of_form_01_stand_where_the_year_prints_them(int year, string number, string caption, string column)
    {
        FormLine line = Statutes.Form(year, "01").Line(number)!;
        Assert.Equal(caption, line.Caption);
        Assert.Equal([column], line.Columns.AsEnumerable());
    }

    [Fact]
    public void Lines_of_2023_that_2024_dropped_are_gone()
    {
        Assert.Null(Statutes.Form(2024, "01").Line("61"));
        Assert.DoesNotContain(Statutes.RelationsOf(2024), r => r.Id is "form.01.31" or "form.01.58" or "form.01.62");
        Assert.Contains(Statutes.RelationsOf(2024), r => r.Id == "form.01.57");
    }

    [Fact]
    public void Relations_by_caption_follow_the_numbers_of_the_year()
    {
        Assert.Equal("+01[58].2", Statutes.Say(Statutes.Relation(2023, "cross.01-03.total").Left));
        Assert.Equal("+01[57].2", Statutes.Say(Statutes.Relation(2024, "cross.01-03.total").Left));
    }

    [Fact]
    public void Terms_by_caption_follow_the_numbers_of_the_year()
    {
        static Address? Totals(int year) => Statutes.Of(year).Terms.First(t => t.Topic == "explanations.totals" && t.Words.Contains("收、支总计")).Address;
        Assert.Equal(new Address("01", "31", "1"), Totals(2023));
        Assert.Equal(new Address("01", "30", "1"), Totals(2024));
    }

    [Fact]
    public void A_second_code_of_2024_is_not_of_2023()
    {
        Assert.Empty(Statutes.Form(2023, "06").Codes.Single(c => c.Key == "31022").OtherCodes);
        Assert.Equal(["31023"], Statutes.Form(2024, "06").Codes.Single(c => c.Key == "31022").OtherCodes.AsEnumerable());
    }

    [Fact]
    public void Form_06_prints_its_codes_in_three_blocks_with_two_totals()
    {
        FormDefinition form = Statutes.Form(2023, "06");
        Assert.Equal(["301", "303"], Classes(1));
        Assert.Equal(["302"], Classes(2));
        Assert.Contains("310", Classes(3));
        Assert.Equal(["人员经费合计", "公用经费合计"], form.Codes.Where(c => !char.IsAsciiDigit(c.Key[0])).Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.All(form.Codes.Where(c => char.IsAsciiDigit(c.Key[0])), c => Assert.Equal(Statutes.Of(2023).Economic.Find(c.Key)?.Name, c.Caption));

        IEnumerable<string> Classes(int block) => form.Codes.Where(c => c.Block == block && c.Key.Length == 3).Select(c => c.Key);
    }

    [Fact]
    public void Every_class_of_form_06_counts_in_one_of_its_totals()
    {
        string[] counted = [.. new[] { "form.06.personnel", "form.06.operating" }.SelectMany(id => Statutes.Relation(2023, id).Right).Select(t => t.Row).Order(StringComparer.Ordinal)];
        Assert.Equal(counted, counted.Distinct());
        Assert.Subset(counted.ToHashSet(), Statutes.Form(2023, "06").Codes.Select(c => c.Key).Where(k => k.Length == 3).ToHashSet());
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void Ids_of_relations_are_unique_and_every_relation_says_what_it_means(int year)
    {
        Relation[] relations = [.. Statutes.RelationsOf(year)];
        Assert.Equal(relations.Length, relations.Select(r => r.Id).Distinct().Count());
        Assert.All(relations, r =>
        {
            Assert.NotEmpty(r.Meaning);
            Assert.NotEmpty(r.MeaningEn);
            Assert.NotEmpty(r.Source);
        });
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void Every_fixed_row_and_column_of_every_relation_exists(int year)
    {
        foreach (Relation relation in Statutes.RelationsOf(year))
        {
            foreach (Term term in relation.Left.Concat(relation.Right))
            {
                FormDefinition form = Statutes.Form(year, term.Form);
                if (term.Column != "*") Assert.NotNull(form.Column(term.Column));
                if (term.RowKind == RowKind.Fixed && form.Shape == FormShape.Lines) Assert.NotNull(form.Line(term.Row));
            }
        }
    }

    [Fact]
    public void Every_code_form_has_a_hierarchy_over_all_its_columns()
    {
        foreach (FormDefinition form in Statutes.Of(2023).Forms.Where(f => f.Shape == FormShape.FunctionalCodes))
        {
            Relation hierarchy = form.Relations.Single(r => r.Over == Quantifier.EachParent);
            Assert.Equal(form.Columns.Select(c => c.Number), hierarchy.OverColumns);
        }
    }

    [Theory]
    [InlineData("cross.05-06.pension", Severity.Warning, Comparison.Equal)]
    [InlineData("cross.05-06.housing", Severity.Warning, Comparison.Equal)]
    [InlineData("cross.05-06.retirement", Severity.Info, Comparison.AtMost)]
    [InlineData("cross.05-06.basic", Severity.Error, Comparison.Equal)]
    public void What_money_buys_is_held_against_what_it_serves(string id, Severity severity, Comparison comparison)
    {
        Relation relation = Statutes.Relation(2023, id);
        Assert.Equal((severity, comparison), (relation.Severity, relation.Comparison));
    }

    [Fact]
    public void Conditions_name_cells_of_the_year()
    {
        Assert.Contains(new Address("01", "60", "2"), Statutes.Relation(2023, "cross.02-03.code").WhenZero);
        Assert.Contains(new Address("01", "59", "2"), Statutes.Relation(2024, "cross.02-03.code").WhenZero);
        Assert.Equal(Relation.AppropriatedOnly, Statutes.Relation(2023, "cross.03-05.total-equal").When);
        Assert.Empty(Statutes.Relation(2023, "cross.01-03.total").WhenZero);
    }

    [Fact]
    public void Sections_have_one_topic_and_one_place_each()
    {
        SectionDefinition[] sections = [.. Statutes.Of(2023).Sections];
        Assert.Equal(sections.Length, sections.Select(s => s.Id).Distinct().Count());
        Assert.Contains(sections, s => s is { Topic: "explanations.threePublic.items", Id: "三/九(二)", Required: true });
        Assert.Contains(sections, s => s is { Topic: "attachments", Id: "六" });
    }

    [Fact]
    public void Scoring_is_Hubei_s()
    {
        ScoringPolicy policy = Statutes.Of(2023).Scoring;
        Assert.Equal(("hubei", 20m, 80m, 100m), (policy.Id, policy.ExecutionWeight, policy.IndicatorWeight, policy.Total));
        Assert.Equal([("优", 90m), ("良", 80m), ("中", 60m), ("差", 0m)], policy.Grades.Select(g => (g.Name, g.From)));
    }

    [CorpusFact]
    public void Every_formula_printed_in_the_published_documents_is_one_of_the_edition_or_a_misprint()
    {
        var other = new List<string>();
        int same = 0;
        foreach (string document in Corpus.FinalAccounts)
        {
            Edition edition = Statutes.Of(document.Contains("2024", StringComparison.Ordinal) ? 2024 : 2023);
            foreach (string line in File.ReadLines(document).Where(l => l.Contains('行', StringComparison.Ordinal) || l.Contains('栏', StringComparison.Ordinal)))
            {
                foreach (PrintedFormula formula in edition.Forms.SelectMany(f => FormulaParser.FindPrinted(line, f)).Take(1))
                {
                    bool known = edition.Forms.Any(form => FormulaParser.FindPrinted(line, form)
                        .All(p => p.Relation is { } relation && form.Relations.Any(r => FormulaParser.StateTheSame(r, relation))));
                    if (known) same++;
                    else other.Add(line[formula.Offset..]);
                }
            }
        }

        Assert.True(same >= 25, $"{same} lines of formulas were recognised");
        Assert.All(other, line => Assert.StartsWith("7 行 = (1+2+3) 行", line, StringComparison.Ordinal));
    }
}
