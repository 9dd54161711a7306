using CsCheck;
using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

public sealed class DeadlineProfileTests
{
    private static readonly DeadlineRule[] Whole = [.. Enum.GetValues<DeadlineKind>().Select(kind => Rule(kind))];

    [Fact]
    public void A_default_for_every_kind_is_enough() => Assert.Empty(Problems(Whole));

    [Fact]
    public void Rules_for_all_four_grades_stand_in_for_a_default()
    {
        var byGrade = Enumerable.Range(1, 4).Select(grade => Rule(DeadlineKind.Reply) with { Grade = grade });

        Assert.Empty(Problems([.. Whole.Where(r => r.Kind != DeadlineKind.Reply), .. byGrade]));
    }

    [Fact]
    public void A_kind_that_is_missing_is_named()
    {
        var problem = Assert.Single(Problems([.. Whole.Where(r => r.Kind != DeadlineKind.Return)]));

        Assert.Equal(
            (null, "rules", "没有适用于所有类别的退单期限（Return）。"),
            (problem.Rule, problem.Field, FormattableString.Invariant(problem.Says))
        );
    }

    [Fact]
    public void The_hotlines_own_duties_have_a_default_that_says_it_is_none_of_law_and_a_city_may_set_its_own()
    {
        DeadlineRule[] four = [.. Whole.Where(r => r.Kind is not (DeadlineKind.Contest or DeadlineKind.Handover))];
        Assert.Empty(Problems(four));
        DeadlineRule Found(DeadlineRule[] rules, int grade) =>
            DeadlineRules
                .Resolve(
                    new DeadlineProfile { Name = "测试", Rules = rules },
                    Official,
                    DeadlineKind.Contest,
                    [],
                    grade,
                    At("2026-09-18 10:00")
                )
                .Rule;

        Assert.Equal((5, DeadlineUnit.WorkingDays, "示例", false), Seen(Found(four, 3)));
        var own = Rule(DeadlineKind.Contest) with { Grade = 1, Basis = "本市规定" };
        Assert.Equal("本市规定", Found([.. four, own], 1).Basis);
        Assert.Equal("示例", Found([.. four, own], 3).Basis);
    }

    [Fact]
    public void A_grade_that_is_missing_is_named()
    {
        DeadlineRule[] rules = [.. Whole.Skip(1), Whole[0] with { Grade = 1 }, Whole[0] with { Grade = 3 }];

        Assert.Equal(
            "签收期限（Sign）没有默认规则，也没有等级 2、4 的规则。",
            FormattableString.Invariant(Assert.Single(Problems(rules)).Says)
        );
    }

    [Fact]
    public void A_rule_that_no_clock_can_keep_is_named_with_its_place_and_field()
    {
        Assert.Equal(("amount", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Category = "04", Amount = 0 }));
        Assert.Equal(("amount", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Category = "04", Amount = int.MaxValue }));
        Assert.Equal(("grade", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Grade = 5 }));
        Assert.Equal(("category", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Category = " " }));
        Assert.Equal(("basis", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Category = "04", Basis = "" }));
        Assert.Equal(("kind", Whole.Length), Only(Rule(DeadlineKind.Reply)));
        Assert.Equal(("unit", Whole.Length), Only(Rule(DeadlineKind.Reply) with { Category = "04", Unit = (DeadlineUnit)9 }));
    }

    [Fact]
    public void Whatever_has_no_problems_resolves_for_every_kind_category_and_grade()
    {
        var anyRule = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 40], Gen.Int[0, 3], Gen.Bool)
            .Select(
                (kind, category, grade, amount, unit, law) =>
                    Rule((DeadlineKind)kind) with
                    {
                        Category = category == 0 ? null : "040703"[..(2 * category)],
                        Grade = grade == 0 ? null : grade,
                        Amount = amount,
                        Unit = (DeadlineUnit)unit,
                        FromLaw = law,
                    }
            );

        Gen.Select(anyRule.Array[0, 12], Gen.Bool, Gen.Int[1, 4], Gen.Int[0, 3])
            .Sample(
                (some, withDefaults, grade, depth) =>
                {
                    var profile = new DeadlineProfile { Name = "测试", Rules = withDefaults ? [.. Whole, .. some] : some };
                    if (profile.Problems().Count > 0)
                        return true;

                    string[] path = [.. new[] { "040703", "0407", "04" }.Skip(3 - depth)];
                    return Enum.GetValues<DeadlineKind>()
                        .Select(kind => DeadlineRules.Resolve(profile, Official, kind, path, grade, At("2026-09-18 10:00")))
                        .All(d =>
                            d.DueAt > d.StartsAt
                            && (profile.Rules.Contains(d.Rule) || DeadlineProfile.Defaults.Contains(d.Rule))
                            && Applies(d.Rule, path, grade)
                        );
                }
            );
    }

    private static bool Applies(DeadlineRule rule, string[] path, int grade) =>
        (rule.Category is null || path.Contains(rule.Category)) && (rule.Grade is null || rule.Grade == grade);

    private static (int, DeadlineUnit, string, bool) Seen(DeadlineRule rule) => (rule.Amount, rule.Unit, rule.Basis, rule.Verified);

    private static (string Field, int? Rule) Only(DeadlineRule bad)
    {
        var problem = Assert.Single(Problems([.. Whole, bad]));
        return (problem.Field, problem.Rule);
    }

    private static IReadOnlyList<ProfileProblem> Problems(DeadlineRule[] rules) =>
        new DeadlineProfile { Name = "测试", Rules = rules }.Problems();

    private static DeadlineRule Rule(DeadlineKind kind) =>
        new()
        {
            Kind = kind,
            Amount = 1,
            Unit = DeadlineUnit.WorkingDays,
            Basis = "示例",
        };
}
