using System.Reflection;
using CsCheck;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>History is only appended, hangs together by its hashes, and holds nobody's data (design law 5).</summary>
public sealed class HistoryTests
{
    [Fact]
    public void A_history_hangs_together_and_state_is_where_it_leads_on_every_journey() =>
        Journeys.Any.Sample(steps =>
            Journeys.Walk(
                steps,
                (matter, refusal, before) =>
                {
                    var (request, history) = (matter.Request, matter.History);
                    Assert.Null(Chain.Fault(history, request.NewNotes));
                    Assert.Equal(Chain.Rebuild(history), request.State);
                    Assert.Equal((history[^1].Seq, history[^1].Hash), (request.Version, request.HeadHash));
                    Assert.Equal(RequestLifecycle.IsFinal(request.State), request.EndedAt is not null);
                    if (refusal is not null)
                        Assert.Equal(before, matter.Everything());
                }
            )
        );

    [Fact]
    public void What_has_ended_owes_nothing_any_more_on_every_journey() =>
        Journeys.Any.Sample(steps =>
            Journeys.Walk(
                steps,
                (matter, _, _) =>
                {
                    if (!RequestLifecycle.IsFinal(matter.Request.State))
                        return;
                    Assert.Null(matter.Request.DueAt);
                    Assert.Null(matter.Request.NextRingAt);
                    Assert.Null(matter.Request.NextCallbackAt);
                    Assert.DoesNotContain(matter.Request.Deadlines, d => d.Running);
                }
            )
        );

    [Fact]
    public void Each_fact_of_a_step_is_under_its_hash()
    {
        foreach (var name in HashedFacts)
        {
            var history = Matter.In(RequestState.CallbackPending).History;
            Tamper(history[1], name);
            Assert.Equal("step 2 was changed", Chain.Fault(history, []));
        }
    }

    [Fact]
    public void Whoever_changes_a_step_and_its_hash_breaks_the_next_one()
    {
        var history = Matter.In(RequestState.CallbackPending).History;
        Tamper(history[1], nameof(RequestTransition.ActorName));
        typeof(RequestTransition).GetProperty(nameof(RequestTransition.Hash))!.SetValue(history[1], history[1].ComputeHash());
        Assert.Equal("step 3 does not follow", Chain.Fault(history, []));
    }

    [Fact]
    public void A_step_that_is_taken_out_or_put_elsewhere_is_noticed()
    {
        var history = Matter.In(RequestState.CallbackPending).History;
        Assert.NotNull(Chain.Fault([history[0], .. history.Skip(2)], []));
        Assert.NotNull(Chain.Fault([history[1], history[0], .. history.Skip(2)], []));
    }

    [Fact]
    public void Another_text_under_the_same_step_is_noticed()
    {
        var matter = Matter.In(RequestState.InProgress);
        var note = matter.Request.NewNotes[^1];
        typeof(RequestNote).GetProperty(nameof(RequestNote.Text))!.SetValue(note, "从未联系过。");
        Assert.StartsWith("the text of step", Chain.Fault(matter.History, matter.Request.NewNotes), StringComparison.Ordinal);
    }

    [Fact]
    public void Erasing_every_text_leaves_the_chain_whole() => Assert.Null(Chain.Fault(Matter.In(RequestState.Closed).History, []));

    [Fact]
    public void Equal_texts_have_different_hashes_so_that_nobody_finds_a_text_by_guessing()
    {
        var (one, other) = (new Matter().History[0], new Matter().History[0]);
        Assert.NotEqual(one.NoteHash, other.NoteHash);
    }

    [Fact]
    public void No_step_of_any_journey_holds_what_the_person_wrote() =>
        Journeys.Any.Sample(steps =>
        {
            var matter = Journeys.Walk(steps, (_, _, _) => { });
            var stored = string.Join('\n', matter.History.Select(AllOf));
            foreach (var personal in new[] { "13800000001", "演示居民", "路灯", "说明文字" })
                Assert.DoesNotContain(personal, stored, StringComparison.Ordinal);
        });

    [Fact]
    public void A_minute_that_lost_a_step_no_longer_fits_its_anchor()
    {
        var rows = Matter.In(RequestState.Closed).History.Select((t, i) => ((long)i + 1, t.Hash)).ToList();
        var first = JournalAnchor.Over(null, rows[..3], Matter.Start);
        var second = JournalAnchor.Over(first, rows[3..], Matter.Start.AddMinutes(1));
        Assert.Equal((4L, rows.Count, first.Hash), (second.FirstPosition, second.LastPosition, second.PreviousHash));
        Assert.Equal(second.Hash, JournalAnchor.HashOf(first.Hash, rows[3..]));
        Assert.NotEqual(second.Hash, JournalAnchor.HashOf(first.Hash, rows[4..]));
        Assert.NotEqual(second.Hash, JournalAnchor.HashOf("", rows[3..]));
    }

    /// <summary>All facts but those that only point: the position, the key of a retry and the id of a text, whose hash stands in the row.</summary>
    private static IEnumerable<string> HashedFacts =>
        typeof(RequestTransition)
            .GetProperties()
            .Select(p => p.Name)
            .Except([
                nameof(RequestTransition.Position),
                nameof(RequestTransition.CommandKey),
                nameof(RequestTransition.NoteId),
                nameof(RequestTransition.Hash),
                nameof(RequestTransition.Seq),
                nameof(RequestTransition.PreviousHash),
            ]);

    private static void Tamper(RequestTransition step, string name)
    {
        var property = typeof(RequestTransition).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object other = type switch
        {
            _ when type == typeof(string) => "改过",
            _ when type == typeof(int) => 99,
            _ when type == typeof(Guid) => new Guid("00000000-0000-4000-8000-00000000ffff"),
            _ when type == typeof(DateTimeOffset) => Matter.Start.AddYears(-1),
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().First(v => !v.Equals(property.GetValue(step))),
            _ => new Contracts.Requests.RequestId(Guid.Empty),
        };
        property.SetValue(step, other);
    }

    private static string AllOf(RequestTransition step) =>
        string.Join('|', typeof(RequestTransition).GetProperties().Select(p => p.GetValue(step)?.ToString()));
}
