using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;
using Suiying.Understanding.Features;

namespace Suiying.Tests.Understanding;

/// <summary>Rows of the intake queue say with what else they are one matter, and one press puts them there.</summary>
public sealed class JoinSuggestionTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly string[] Tree =
    [
        "柏树里三号院门口的大树歪了，树枝搭在电线上，刮风就冒火花。",
        "柏树里三号院门前那棵大树歪倒了，枝子压着电线，一刮风就打火。",
        "三号院柏树里门口歪了一棵大树，树枝搭着电线冒火花，很危险。",
    ];

    [Fact]
    public async Task A_row_names_its_matter_and_one_press_joins_and_the_next_takes_it_back()
    {
        var numbers = new List<string>();
        for (var i = 0; i < Tree.Length; i++)
            numbers.Add(await Told(Tree[i], $"1380000020{i}"));
        var alone = await Told("望江亭公园的公共厕所天天停水，没法用。", "13800000209");
        await Follow();

        var dispatcher = await app.Given.Staff("dispatcher");
        var found = await Suggested(dispatcher);
        Assert.Equal(numbers.Order(), found.Keys.Where(numbers.Contains).Order());
        Assert.False(found.ContainsKey(alone));
        var proposal = found[numbers[2]];
        Assert.Equal((2, false), (proposal.Others, proposal.Together));
        Assert.Contains("同一地点", string.Join('，', proposal.Reasons), StringComparison.Ordinal);
        using (var browser = await app.SignIn("dispatcher"))
        {
            var page = await browser.Get("/desk/intake");
            Assert.Contains("与 2 件同一事项", page.Says(".desk-join"), StringComparison.Ordinal);
            Assert.Empty((await browser.Get("/desk/returns")).All(".desk-join"));
        }

        // Put together: both have a matter, and the third is offered that one.
        await Joined(proposal, dispatcher);
        var after = await Suggested(dispatcher);
        Assert.Equal(numbers.Except([proposal.Number, proposal.With]), after.Keys.Where(numbers.Contains));
        Assert.True(after.Values.Single(p => numbers.Contains(p.Number)).Together);

        var undone = await Undo(proposal, dispatcher);
        Assert.True(undone.Ok(out _, out var refusal), refusal?.Code);
        Assert.Equal(numbers.Order(), (await Suggested(dispatcher)).Keys.Where(numbers.Contains).Order());
        Assert.IsType<NotInMatter>((await Undo(proposal, dispatcher)).Refusal);

        // Taken out of three, two stay together.
        await Joined(proposal, dispatcher);
        var third = numbers.Except([proposal.Number, proposal.With]).Single();
        var joined = (await Suggested(dispatcher))[third];
        await Joined(joined, dispatcher);
        Assert.True((await Undo(joined, dispatcher)).Ok(out _, out _));
        Assert.Equal([third], (await Suggested(dispatcher)).Keys.Where(numbers.Contains));
    }

    [Fact]
    public async Task Reports_secret_and_ended_requests_are_in_no_line_and_have_none()
    {
        const string Smoke = "枣林街十七号的烧烤店半夜排烟，油烟呛得楼上没法开窗。";
        var shown = await Told(Smoke, "13800000301");
        await app.Given.Request(Intake(Smoke) with { Type = RequestType.Report, AccusedUnit = "EAST-1" }, "13800000302");
        await app.Given.Request(Intake(Smoke) with { WantsSecrecy = true }, "13800000303");
        var ended = (await app.Given.Request(Intake(Smoke), "13800000304")).Number;
        var agent = await app.Given.Staff("agent");
        var answer = new AnswerAtOnce.Command { Target = new Target(ended), Answer = "已经电话告诉您怎么办，谢谢来电。" };
        var answered = await app.Use<AnswerAtOnce, Outcome<Receipt>>(use => use.Run(answer, agent, CancellationToken.None));
        Assert.True(answered.Ok(out _, out var refusal), refusal?.Text.ToString());
        await Follow();
        Assert.DoesNotContain(shown, (await Suggested(await app.Given.Staff("dispatcher"))).Keys);
    }

    [Fact]
    public async Task What_was_split_apart_is_not_proposed_together()
    {
        const string Lane = "苹果园胡同口的路牌倒了，旁边的垃圾桶也坏了，走路容易绊倒。";
        var whole = await Told(Lane, "13800000401");
        var dispatcher = await app.Given.Staff("dispatcher");
        var split = new SplitRequest.Command
        {
            Target = new Target(whole),
            Part = new SplitPart { Text = Lane },
        };
        var part = (
            await app.Use<SplitRequest, Outcome<SplitRequest.Result>>(use => use.Run(split, dispatcher, CancellationToken.None))
        ).Value;
        await Follow();
        Assert.Empty((await Suggested(dispatcher)).Keys.Intersect([whole, part.Child]));
        var other = await Told(Lane, "13800000402");
        await Follow();
        Assert.Equal(2, (await Suggested(dispatcher))[other].Others);
        Assert.Equal(1, (await Suggested(dispatcher))[whole].Others);
    }

    [Theory]
    [InlineData("east1")]
    [InlineData("leader")]
    [InlineData("sysadmin")]
    public async Task Who_may_not_join_is_told_nothing_and_takes_nothing_apart(string login)
    {
        var by = await app.Given.Staff(login);
        var suggested = await app.Use<SuggestJoins, Outcome<IReadOnlyDictionary<string, JoinProposal>>>(use =>
            use.Run([1, 2, 3], by, CancellationToken.None)
        );
        Assert.IsType<NotAllowed>(suggested.Refusal);
        var undo = new UndoJoin.Command { Target = new Target("1"), With = "2" };
        Assert.IsType<NotAllowed>((await app.Use<UndoJoin, Outcome<Receipt>>(use => use.Run(undo, by, CancellationToken.None))).Refusal);
    }

    private Intake Intake(string text) => app.Given.Intake() with { Text = text, Category = null };

    private async Task<string> Told(string text, string phone) => (await app.Given.Request(Intake(text), phone)).Number;

    private async Task<IReadOnlyDictionary<string, JoinProposal>> Suggested(Actor by)
    {
        var query = new WorkAtDesk.Query
        {
            Of = new ListQueue.Query { Queue = Queue.Intake, Take = ListQueue.MostRows },
        };
        return (await app.Use<WorkAtDesk, Outcome<DeskList>>(work => work.Run(query, by, CancellationToken.None))).Value.Joins;
    }

    private async Task Joined(JoinProposal proposal, Actor by)
    {
        var command = new JoinMatter.Command { Target = new Target(proposal.Number), With = proposal.With };
        var joined = await app.Use<JoinMatter, Outcome<Receipt>>(join => join.Run(command, by, CancellationToken.None));
        Assert.True(joined.Ok(out _, out var refusal), refusal?.Code);
    }

    private Task<Outcome<Receipt>> Undo(JoinProposal proposal, Actor by)
    {
        var command = new UndoJoin.Command { Target = new Target(proposal.Number), With = proposal.With };
        return app.Use<UndoJoin, Outcome<Receipt>>(undo => undo.Run(command, by, CancellationToken.None));
    }

    private async Task Follow()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await app.Use<FollowMatters, Outcome<int>>(follow => follow.Run(Actor.System, CancellationToken.None))).Refusal);
    }
}
