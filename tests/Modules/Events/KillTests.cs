using System.Globalization;
using Suiying.Kernel.Data;
using Suiying.Testing;

namespace Suiying.Tests.Events;

/// <summary>
/// kill -9 under load. What was answered with 200 survives, nothing is doubled, events have their effect once, the journal is whole. On
/// PostgreSQL two servers work side by side and one of them is killed. <c>SUIYING_KILLS=50</c> is the long form, which also insists on
/// commits that reach the disk; see docs/events.md.
/// </summary>
public sealed class KillTests
{
    private const int Workers = 4;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SUIYING_KILLS") ?? "2", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_was_answered_survives_kills_and_takes_effect_once()
    {
        await using var database = await TestDatabase.Create();
        var folder = Directory.CreateTempSubdirectory("suiying-kill-");
        var settings = database.Settings;
        List<ServerProcess> nodes =
        [
            .. Enumerable.Range(0, settings.Kind == DatabaseKind.Postgres ? 2 : 1).Select(_ => Node(settings, folder.FullName)),
        ];
        try
        {
            foreach (var node in nodes)
                await node.Start();
            using var ledger = new Ledger(settings);
            var durability = await ledger.Durability();
            if (Kills > 10 || settings.Kind == DatabaseKind.Sqlite)
                Assert.Equal(settings.Kind == DatabaseKind.Sqlite ? "synchronous=2" : "fsync=on synchronous_commit=on", durability);

            using var load = new Load(nodes, await ledger.NewKey());
            await load.Hire(Workers);
            using var stop = new CancellationTokenSource();
            var working = load.Run(stop.Token);
            var random = new Random(Kills);
            for (var kill = 0; kill < Kills && !working.IsCompleted; kill++)
            {
                // In the middle of work: after so many more answers, and then at any moment.
                var enough = load.Acted.Count + random.Next(1, 60);
                while (load.Acted.Count < enough && !working.IsCompleted)
                    await Task.Delay(10);
                await Task.Delay(random.Next(0, 200));
                var victim = nodes[random.Next(nodes.Count)];
                await victim.Kill();
                await victim.Start();
            }
            await stop.CancelAsync();
            await working;
            await ledger.Settle();
            foreach (var node in nodes)
                await node.Kill();
            var found = await ledger.Check(load);
            Assert.True(load.Broken > 0, "No call was broken by a kill: there was no load.");
            Console.WriteLine($"{settings.Kind}, {nodes.Count} server(s), {durability}, {Kills} kills: {found}.");
        }
        finally
        {
            foreach (var node in nodes)
                node.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static ServerProcess Node(DatabaseSettings database, string folder) =>
        new(
            Path.Combine(AppContext.BaseDirectory, "Suiying.Web.dll"),
            folder,
            new Dictionary<string, string>
            {
                ["Logging__LogLevel__Default"] = "Warning",
                ["SUIYING_DB"] = database.ConnectionString,
                ["SUIYING_VAR"] = folder,
                ["SUIYING_CITY"] = SuiyingApp.Pack,
                ["SUIYING_DEMO"] = "0",
                // One clerk does here what a hundred do in a city.
                ["SUIYING_POST_LIMIT"] = "0",
            }
        );
}
