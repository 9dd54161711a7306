using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class FillDemoTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_demo_has_every_state_work_for_every_handler_and_callers_who_are_sealed()
    {
        var folder = Path.Combine(app.Var, "demo");
        Directory.CreateDirectory(folder);
        await DemoWords.WriteTo(folder);
        File.Copy(Path.Combine(SuiyingApp.Pack, "demo", "staff.csv"), Path.Combine(folder, "staff.csv"));

        Assert.Equal(600, (await Fill(folder)).Value.Requests);
        Assert.Equal(0, (await Fill(folder)).Value.Requests);

        var rows = await app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.AsNoTracking().ToListAsync(Ct));
        Assert.Equal(Enum.GetValues<RequestState>(), rows.Select(r => r.State).Distinct().Order());
        foreach (var unit in new[] { "EAST-1", "EAST-2", "WEST-1" })
        {
            RequestState[] open = [RequestState.Dispatched, RequestState.Signed, RequestState.InProgress];
            Assert.All(open, state => Assert.Contains(rows, r => r.Unit == unit && r.State == state));
        }
        Assert.Contains(rows, r => r.HandlerName == "东一街道承办人甲（演示）");

        await app.Use<JoinDemo, Outcome<Done>>(join => join.Run(Actor.System, Ct));
        var matters = await app.Use<RequestsDb, List<int>>(db =>
            db.Requests.Where(r => r.MatterId != null).GroupBy(r => r.MatterId).Select(g => g.Count()).ToListAsync(Ct)
        );
        Assert.NotEmpty(matters);
        Assert.All(matters, together => Assert.True(together > 1));

        await app.Use<SuperviseDemo, Outcome<Done>>(supervise => supervise.Run(Actor.System, Ct));
        Assert.True(await app.Use<RequestsDb, bool>(db => db.Requests.AnyAsync(r => r.SupervisedAs != null, Ct)));
        Assert.True(await app.Use<RequestsDb, bool>(db => db.Requests.AnyAsync(r => r.Instructed, Ct)));

        await app.Use<ClaimDemo, Outcome<Done>>(claim => claim.Run(Actor.System, Ct));
        var claimed = await app.Use<RequestsDb, List<DataRight?>>(db =>
            db.Requests.Where(r => r.ClaimDueAt != null).Select(r => r.ClaimedRight).ToListAsync(Ct)
        );
        Assert.Equal(4, claimed.Distinct().Count());

        var waiting = rows.First(r => r.State == RequestState.CallbackPending);
        var phone = await app.Use<ISealedIdentities, string?>(sealing => sealing.MaskedPhone(new PersonId(waiting.PersonId!.Value), Ct));
        Assert.StartsWith("139", phone);
    }

    [Fact]
    public void A_broken_vocabulary_is_told_by_file_and_row()
    {
        var folder = Path.Combine(app.Var, "broken");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "topics.csv"), "category,title,text,season,weight\n010101,,路灯坏了,13,often\n");
        File.WriteAllText(Path.Combine(folder, "places.csv"), "text\n杨柳路\n");

        var refusal = VocabularyFiles.Read(folder).Refusal;

        Assert.Equal(
            ["topics.csv:2 season", "topics.csv:2 weight", "topics.csv:2 title", "places.csv:1"],
            refusal!.Fields.Select(f => f.Field)
        );
    }

    private Task<Outcome<FillDemo.Filled>> Fill(string folder) =>
        app.Use<FillDemo, Outcome<FillDemo.Filled>>(fill =>
            fill.Run(new FillDemo.Command { Folder = folder, Requests = 600 }, Actor.System, Ct)
        );
}
