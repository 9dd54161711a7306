using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Web;

namespace Suiying.Tests.Requests;

/// <summary>
/// The leak test over random trees and journeys (design law 4; domain A.13, Y): the units of the city are put under each other at random, a sealed
/// report with a photo is led through a random life, and nothing of it is found by anybody of the accused side at any address, nor by anybody at all in a message, a
/// file's name, a log line, a trace or a measure.
/// </summary>
public sealed class LeakJourneyTests(TelemetryApp app) : IClassFixture<TelemetryApp>
{
    private const int Steps = 14;
    private const string Secret = "仓库后墙的红砖夹层";
    private const string PhotoName = "hongzhuan-jiaceng.jpg";

    /// <summary>Somebody of each unit that has an account.</summary>
    private static readonly (string Login, string Unit)[] Handlers =
    [
        ("east", "EAST"),
        ("east1", "EAST-1"),
        ("willow", "EAST-1-1"),
        ("east2", "EAST-2"),
        ("west1", "WEST-1"),
        ("water", "WATER"),
        ("repair", "WATER-REPAIR"),
        ("oversight", "OVERSIGHT"),
    ];

    private readonly Town town = new(app);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_sealed_is_found_in_any_tree_after_any_journey(int seed)
    {
        var random = new Random(seed);
        await ChangedPack.Load(app, $"tree-{seed}", "units.csv", units => Shuffled(units, random));
        var accused = Handlers[random.Next(Handlers.Length)].Unit;
        var free = Handlers.Where(h => !OnAccusedSide(h.Unit, accused)).ToList();
        var number = await Register(accused);
        await Live(number, free, random);
        await app.Drain();

        var request = await town.Stored(number);
        foreach (var unit in string.Join(';', request.Unit, request.Holder, request.CoUnits, request.Hands).Split(';'))
            Assert.False(unit is { Length: > 0 } && OnAccusedSide(unit, accused), $"{unit} has what accuses {accused}");
        var outside = Handlers
            .Where(h => OnAccusedSide(h.Unit, accused))
            .Select(h => h.Login)
            .Concat(["leader", "eastleader", "stranger", "visitor", "sysadmin"])
            .ToList();
        // Before anybody else asks: what the city said of its own accord.
        await town.Send("supervisor", number, RequestAction.Supervise);
        await (await town.At("dispatcher")).Get($"/api/requests/search?q={Uri.EscapeDataString("红砖夹层")}");
        await app.Drain();
        // What the night held back goes out in the morning.
        app.Clock.Advance(TimeSpan.FromHours(12));
        await app.Use<SendNotices, Outcome<SendNotices.Report>>(send => send.Run(new SendNotices.Command(), Actor.System, default));
        Assert.True((await town.History(number)).Count > 3);
        NothingIsSaidAside(number, accused);
        Assert.Empty(await LeakTests.Found(town, request, Secret, outside));
    }

    private async Task<string> Register(string accused)
    {
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = app.Given.Intake() with
            {
                Type = RequestType.Report,
                AccusedUnit = accused,
                WantsReply = true,
                Text = $"有人把东西藏在{Secret}里，请查一查。",
                Title = "",
            },
            Person = new Contracts.People.Identity { Name = "演示举报人", Phone = Town.Phone },
            Photos = [await Photo()],
        };
        return (await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(use => use.Run(command, Actor.Visitor, default)))
            .Value
            .Number;
    }

    private async Task<KeptPhoto> Photo()
    {
        using var stream = new MemoryStream(ResidentPhotoTests.Photo(83, 40));
        var file = new Microsoft.AspNetCore.Http.FormFile(stream, 0, stream.Length, "photos", PhotoName)
        {
            Headers = new Microsoft.AspNetCore.Http.HeaderDictionary(),
            ContentType = "image/jpeg",
        };
        var keep = new KeepPhotos.Command { Photos = [file] };
        return (await app.Use<KeepPhotos, Outcome<IReadOnlyList<KeptPhoto>>>(use => use.Run(keep, default))).Value[0];
    }

    /// <summary>Any step that the table knows, by somebody whom it names; a rule may stand against it.</summary>
    private async Task Live(string number, List<(string Login, string Unit)> free, Random random)
    {
        var handler = free[random.Next(free.Count)];
        await town.Send("dispatcher", number, RequestAction.Dispatch, ("unit", handler.Unit));
        for (var i = 0; i < Steps; i++)
        {
            var request = await town.Stored(number);
            var rows = RequestLifecycle
                .Rows.Where(r => r.From == request.State && r.Scope != ActionScope.Program && r.To != RequestState.Withdrawn)
                .Where(r => r.Action is not (RequestAction.Refuse or RequestAction.AnswerAtOnce or RequestAction.TransferEmergency))
                .ToList();
            if (rows.Count == 0)
                return;
            var row = rows[random.Next(rows.Count)];
            var unit = Handlers.FirstOrDefault(h => h.Unit == request.Holder).Login ?? handler.Login;
            var login = row.By[^1] switch
            {
                Role.UnitHandler => unit,
                Role.Resident => "resident",
                var role => Given.Login(role),
            };
            (string, object?)[] more = row.Action switch
            {
                RequestAction.Dispatch => [("unit", handler.Unit)],
                RequestAction.Reply => [("reply", $"已到{Secret}查看，没有发现东西。")],
                _ => [],
            };
            await town.Send(login, number, row.Action, more);
            app.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
        }
    }

    private void NothingIsSaidAside(string number, string accused)
    {
        app.Flush();
        string[] secrets = [Secret, "红砖夹层", "演示举报人", Town.Phone];
        var sent = app.Collector.Everything;
        Assert.NotEmpty(sent);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, sent, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(app.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
        // Messages to the person's own phone name a number and neither the unit that has it nor the one it is about.
        var messages = app.Log.Lines.Where(line => line.StartsWith("开发模式：发给", StringComparison.Ordinal)).ToList();
        Assert.Contains(messages, message => message.Contains(number, StringComparison.Ordinal));
        foreach (var name in app.City.Units.All.Where(u => u.Code == accused || Handlers.Any(h => h.Unit == u.Code)).Select(u => u.Name))
            Assert.DoesNotContain(messages, message => message.Contains(name, StringComparison.Ordinal));
        var files = Directory.EnumerateFiles(app.Var, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        Assert.DoesNotContain(files, file => file!.Contains("hongzhuan", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(files, file => file!.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Every unit but the hotline under any that stands before it, in any order.</summary>
    private static string Shuffled(string units, Random random)
    {
        var lines = units.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Skip(1).Select(l => l.TrimEnd('\r').Split(',')).ToList();
        var placed = rows.Where(r => r[0] == "HOT").ToList();
        foreach (var row in rows.Where(r => r[0] != "HOT").OrderBy(_ => random.Next()).ToList())
        {
            row[3] = placed[random.Next(placed.Count)][0];
            placed.Add(row);
        }
        return string.Join('\n', [lines[0].TrimEnd('\r'), .. placed.Select(r => string.Join(',', r))]) + "\n";
    }

    /// <summary>Worked out here again, so that the test does not believe the code it tests.</summary>
    private bool OnAccusedSide(string unit, string accused)
    {
        if (unit == accused)
            return true;
        if (unit == "OVERSIGHT")
            return false;
        for (var above = app.City.Units.Find(unit)?.Parent; above is not null; above = app.City.Units.Find(above)!.Parent)
        {
            if (above == accused)
                return true;
        }
        return false;
    }
}
