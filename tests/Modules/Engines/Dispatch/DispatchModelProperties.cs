using CsCheck;
using Suiying.Engines.Dispatch;
using static Suiying.Tests.Engines.Dispatch.District;

namespace Suiying.Tests.Engines.Dispatch;

/// <summary>What holds whatever was decided.</summary>
public sealed class DispatchModelProperties
{
    private static readonly DispatchMatter Asked = Matter(1, 2, 0, Start.AddDays(710));

    [Fact]
    public void Probabilities_are_of_all_units_once_and_sum_to_one() =>
        Gen.Select(Decisions, Decision)
            .Sample(
                (decisions, asked) =>
                {
                    var said = Learnt(decisions).Propose(asked.Matter, int.MaxValue);
                    Assert.Equal(1, said.Sum(p => p.Probability), 9);
                    Assert.All(said, p => Assert.InRange(p.Probability, 0, 1));
                    Assert.Equal(decisions.Select(d => d.Unit.Code).Distinct().Order(), said.Select(p => p.Unit.Code).Order());
                    Assert.Equal(said.OrderByDescending(p => p.Probability).Select(p => p.Unit), said.Select(p => p.Unit));
                }
            );

    [Fact]
    public void Who_is_excluded_or_gone_is_never_proposed_and_the_rest_sums_to_one() =>
        Gen.Select(Decisions, Gen.Int[0, 3], Gen.Int[0, 3])
            .Sample(
                (decisions, accused, gone) =>
                {
                    var model = Learnt(decisions);
                    model.Retire(Units[gone].Code);
                    var said = model.Propose(Asked, int.MaxValue, code => code == Units[accused].Code);
                    Assert.DoesNotContain(said, p => p.Unit.Code == Units[accused].Code || p.Unit.Code == Units[gone].Code);
                    if (said.Count > 0)
                        Assert.Equal(1, said.Sum(p => p.Probability), 9);
                }
            );

    [Fact]
    public void The_same_decisions_in_the_same_order_make_the_same_model() =>
        Decisions.Sample(decisions =>
        {
            var (model, asking) = (Learnt(decisions), new DispatchModel(Fields));
            foreach (var (matter, unit) in decisions)
            {
                // Asking between the decisions changes nothing.
                asking.Propose(matter);
                asking.Learn(matter, unit);
            }
            Assert.Equal(Saved(model), Saved(asking));
            Assert.Equal(Says(model, Asked), Says(asking, Asked));
        });

    [Fact]
    public void A_saved_model_proposes_and_learns_on_as_the_one_that_was_saved() =>
        Gen.Select(Decisions, Decisions)
            .Sample(
                (before, after) =>
                {
                    var model = Learnt(before);
                    model.Retire("U4");
                    var loaded = Loaded(Saved(model));
                    Assert.Equal(Says(model, Asked), Says(loaded, Asked));
                    foreach (var (matter, unit) in after)
                    {
                        model.Learn(matter, unit);
                        loaded.Learn(matter, unit);
                    }
                    Assert.Equal(Saved(model), Saved(loaded));
                }
            );

    [Fact]
    public void Evidence_is_a_count_that_anyone_can_make_again() =>
        Gen.Select(Decisions, Decision)
            .Sample(
                (decisions, asked) =>
                {
                    var matter = asked.Matter with { At = Start.AddDays(700) };
                    foreach (var (unit, _, evidence) in Learnt(decisions).Propose(matter, int.MaxValue))
                    {
                        if (evidence is not { Elsewhere: false })
                            continue;
                        var such = decisions
                            .Where(d =>
                                d.Matter.At >= evidence.Since.ToDateTime(default, DateTimeKind.Utc) && Alike(d.Matter, matter, evidence)
                            )
                            .ToList();
                        Assert.Equal(such.Count, evidence.Of);
                        Assert.Equal(such.Count(d => d.Unit == unit), evidence.Went);
                    }
                }
            );

    [Fact]
    public void What_is_forgotten_counts_no_more() =>
        Gen.Select(Decisions, Decision)
            .Sample(
                (drawn, mistaken) =>
                {
                    // Every unit, place and code is known, and something came after the mistake.
                    var decisions = Enumerable
                        .Range(0, 24)
                        .Select(i => (Matter(i % 6, i % 4, i % 3, Start.AddDays(701)), Units[i % 4]))
                        .Concat(drawn)
                        .ToList();
                    var model = Learnt(decisions.Append(mistaken));
                    Assert.True(model.Forget(mistaken.Matter, mistaken.Unit.Code));
                    Assert.Equal(decisions.Count, model.Learnt);
                    var evidence = Learnt(decisions)
                        .Propose(mistaken.Matter, int.MaxValue)
                        .ToDictionary(p => p.Unit.Code, p => Text(p.Evidence));
                    foreach (var proposal in model.Propose(mistaken.Matter, int.MaxValue))
                        Assert.Equal(evidence.GetValueOrDefault(proposal.Unit.Code, ""), Text(proposal.Evidence));
                }
            );

    private static bool Alike(DispatchMatter one, DispatchMatter other, DispatchEvidence evidence) =>
        evidence.Fields.Select(f => Fields.All.ToList().IndexOf(f)).All(i => one.Codes[i] == other.Codes[i]);

    private static string Text(DispatchEvidence? evidence) =>
        evidence is null ? "" : $"{string.Join('+', evidence.Fields)} {evidence.Went}/{evidence.Of} {evidence.Since} {evidence.Elsewhere}";
}
