using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Requests.Storage;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>Who follows an event and who makes many rows anew do not write at once.</summary>
public sealed class SettleTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_settles_one_request_waits_until_many_callbacks_are_made_anew()
    {
        var number = await app.Given.ReviewedRequest();
        await app.Given.Callback(number);
        var request = await app.Use<RequestsDb, RequestId>(db =>
            db.Requests.Where(r => r.Number == number).Select(r => r.Id).SingleAsync(Ct)
        );
        Task<bool>? settling = null;
        await app.Use<ScoresDb, bool>(many =>
            many.Write(
                async () =>
                {
                    await FoldedRows.Enter(many, alone: true, [ScoresTables.Callbacks], Ct);
                    settling = Task.Run(() => Settle(request), Ct);
                    if (many.Kind is DatabaseKind.Postgres)
                        await SomebodyWaits(many);
                    Assert.False(settling.IsCompleted);
                    return true;
                },
                Ct
            )
        );
        Assert.True(await settling!);
        Assert.Equal(1, await app.Use<ScoresDb, int>(db => db.Callbacks.CountAsync(c => c.RequestId == request, Ct)));
    }

    private async Task<bool> Settle(RequestId request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<ScoresDb>(), scope.ServiceProvider.GetRequiredService<CallbackDesk>());
        return await db.Write(
            async () =>
            {
                await desk.Settle(request, Ct);
                await db.SaveChangesAsync(Ct);
                return true;
            },
            Ct
        );
    }

    private static async Task SomebodyWaits(ScoresDb db)
    {
        var waiting = 0;
        for (var asked = 0; waiting == 0 && asked < 100_000; asked++)
            waiting = await db
                .Database.SqlQuery<int>(
                    $"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE NOT granted AND relation = 'scores_callbacks'::regclass"""
                )
                .SingleAsync(Ct);
        Assert.Equal(1, waiting);
    }
}
