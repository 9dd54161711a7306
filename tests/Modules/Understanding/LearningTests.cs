using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Understanding;
using Suiying.Testing;
using Suiying.Understanding.Features;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Tests.Understanding;

/// <summary>What people decide becomes what is proposed, on the real host and database.</summary>
public sealed class LearningTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly (string Category, string Unit, string[] Said)[] Habits =
    [
        ("010101", "EAST-1", ["门前灯杆一到夜里就黑着", "巷子里照明全灭了走路害怕", "广场的灯杆闪几下又黑了"]),
        ("030101", "WATER", ["水龙头拧开什么都不出来", "洗碗洗到一半断流了", "楼上用水像线一样细"]),
    ];

    private IMatterReader Reader => app.Services.GetRequiredService<IMatterReader>();

    [Fact]
    public async Task A_city_learns_what_its_people_decide_corrects_itself_at_once_and_goes_back_where_told()
    {
        await NothingIsLearntFromAHandful();
        await DecideMany(30);
        var trained = await Learn();
        Assert.Equal([ModelState.InUse, ModelState.InUse], trained.Select(m => m.State));

        // Words that stand in no name, synonym or example of the pack.
        Assert.Empty(Reader.Read(Asked("这条巷子的灯杆又黑了，老人摔了一跤")).Categories);
        await Follow();
        var lamp = Reader.Read(Asked("这条巷子的灯杆又黑了，老人摔了一跤")).Categories[0];
        Assert.Equal("010101", lamp.Category.Code);
        Assert.True(lamp.Learnt > 0);
        Assert.NotEmpty(lamp.Words);
        var unit = Reader.Read(Asked("", "030101")).Units[0];
        Assert.Equal("WATER", unit.Unit.Code);
        Assert.Contains(unit.Reasons, r => r.ToString().Contains("件中有", StringComparison.Ordinal));

        await AModelThatAPersonChoseStays(trained);
    }

    private async Task NothingIsLearntFromAHandful()
    {
        await Decide(0);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var refused = await app.Use<LearnModels, Outcome<List<LearntModel>>>(learn =>
            learn.Run(new LearnModels.Command(), Actor.System, CancellationToken.None)
        );
        Assert.IsType<TooFewDecisions>(refused.Refusal);
    }

    private async Task AModelThatAPersonChoseStays(List<LearntModel> first)
    {
        await DecideMany(4);
        await Follow();
        var days = await app.Use<UnderstandingDb, List<ModelDay>>(db => db.Days.AsNoTracking().ToListAsync());
        Assert.Equal(8, days.Where(d => d.ModelId == first[0].Id).Sum(d => d.Asked));
        Assert.Equal(8, days.Where(d => d.ModelId == first[1].Id).Sum(d => d.Asked));
        // A second look finds nothing new and counts nothing twice.
        Assert.Equal(0, await Follow());

        await Learn();
        var kept = await app.Use<UnderstandingDb, List<LearntModel>>(db =>
            db.Models.AsNoTracking().Where(m => m.Kind == ModelKind.Category).ToListAsync()
        );
        Assert.Single(kept, m => m.State is ModelState.InUse);
        var other = kept.First(m => m.State is not ModelState.InUse).Id;
        var admin = await app.Given.Staff(Role.SystemAdmin);
        var chosen = await app.Use<ChooseModel, Outcome<LearntModel>>(choose => choose.Run(other, admin, CancellationToken.None));
        Assert.Equal(ModelState.InUse, chosen.Value.State);
        var third = await Learn();
        Assert.Equal(ModelState.Waiting, third[0].State);
        var again = await app.Use<ChooseModel, Outcome<LearntModel>>(choose => choose.Run(other, admin, CancellationToken.None));
        Assert.IsType<ModelInUse>(again.Refusal);
        var stranger = await app.Given.Staff(Role.Agent);
        var no = await app.Use<ChooseModel, Outcome<LearntModel>>(choose => choose.Run(third[0].Id, stranger, CancellationToken.None));
        Assert.IsType<NotAllowed>(no.Refusal);
        await AModelWhoseFileIsGoneIsNotUsed(third[0]);
        Assert.NotEmpty(await app.Use<ModelFiles, IReadOnlySet<string>>(files => files.Files(CancellationToken.None)));
    }

    private async Task AModelWhoseFileIsGoneIsNotUsed(LearntModel waiting)
    {
        var admin = await app.Given.Staff(Role.SystemAdmin);
        File.Delete(Directory.EnumerateFiles(app.Var, waiting.File, SearchOption.AllDirectories).Single());
        var gone = await app.Use<ChooseModel, Outcome<LearntModel>>(choose => choose.Run(waiting.Id, admin, CancellationToken.None));
        Assert.IsType<ModelFileGone>(gone.Refusal);
        var row = await app.Use<UnderstandingDb, LearntModel>(db => db.Models.AsNoTracking().SingleAsync(m => m.Id == waiting.Id));
        Assert.Equal(ModelState.Waiting, row.State);
    }

    private async Task<List<LearntModel>> Learn()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var steps = new ConcurrentQueue<LearningStep>();
        var command = new LearnModels.Command { Cores = 2, Progress = steps.Enqueue };
        var trained = (
            await app.Use<LearnModels, Outcome<List<LearntModel>>>(learn => learn.Run(command, Actor.System, CancellationToken.None))
        ).Value;
        Assert.Null(steps.First().Trained);
        Assert.Equal(steps.First().Read, steps.Last().Read);
        Assert.All(steps.Skip(1), step => Assert.InRange(step.Trained ?? 0, 0, 1));
        Assert.True(steps.Last().Trained > 0.5);
        return trained;
    }

    private async Task<int> Follow()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await app.Use<FollowDecisions, Outcome<int>>(follow => follow.Run(Actor.System, CancellationToken.None))).Value;
    }

    private async Task DecideMany(int times)
    {
        for (var i = 0; i < times; i++)
            await Decide(i);
    }

    private async Task Decide(int number)
    {
        foreach (var (category, unit, said) in Habits)
        {
            var intake = app.Given.Intake() with { Text = $"{said[number % said.Length]}，第{number}户反映", Category = category };
            await app.Given.Dispatch((await app.Given.Request(intake)).Number, unit);
        }
    }

    private static MatterAsked Asked(string text, string? category = null) =>
        new()
        {
            Text = text,
            Category = category,
            Area = "990102001001",
        };
}
