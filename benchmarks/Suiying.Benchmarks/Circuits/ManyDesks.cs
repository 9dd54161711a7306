using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Suiying.Benchmarks.Circuits;

/// <summary>
/// Holds the desks of many agents and unit handlers open on one running server (Development, with the demo's accounts), and says what memory each
/// costs, what the server's processor does meanwhile, and how long pages then take.
/// </summary>
internal static partial class ManyDesks
{
    private const int AtOnce = 16;
    private const int Pages = 400;

    private static readonly string[] AgentPaths = ["/desk/new", "/desk/intake"];
    private static readonly string[] UnitPaths = ["/desk/mine"];

    public static async Task<int> Run(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        var site = new Uri(given["url"] ?? "http://127.0.0.1:5000");
        var server = Process.GetProcessById(int.Parse(given["pid"] ?? "0", CultureInfo.InvariantCulture));
        var (agents, units) = (given.GetValue("agents", 200), given.GetValue("units", 2000));
        var seconds = given.GetValue("seconds", 60);

        var people = await People(site);
        var agentSeats = Seats(people, "agent", AgentPaths, agents);
        var unitSeats = Seats(people, "unit", UnitPaths, units);
        // What a page needs once is there before anything is counted.
        await using (await OpenDesk.Open(agentSeats[0].Http, agentSeats[0].Cookies, AgentPaths[0])) { }
        await using (await OpenDesk.Open(unitSeats[0].Http, unitSeats[0].Cookies, UnitPaths[0])) { }

        var before = Memory(server);
        Console.WriteLine($"{people.Count} accounts, {Environment.ProcessorCount} cores; server before: {before:F0} MB");
        var desks = new List<OpenDesk>();
        foreach (var (name, seats) in new[] { ("agents", agentSeats), ("unit handlers", unitSeats) })
        {
            var clock = Stopwatch.StartNew();
            var (start, first) = (Memory(server), desks.Count);
            await Parallel.ForEachAsync(
                seats,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (seat, _) =>
                {
                    var desk = await OpenDesk.Open(seat.Http, seat.Cookies, seat.Path);
                    lock (desks)
                        desks.Add(desk);
                }
            );
            var (count, grown) = (desks.Count - first, Memory(server) - start);
            Console.WriteLine(
                $"{count} {name}: opened in {clock.Elapsed.TotalSeconds:F0} s; +{grown:F0} MB, {grown * 1024 / count:F0} KB each"
            );
        }

        var (cpu, batches) = (server.TotalProcessorTime, desks.Sum(d => d.Batches));
        var held = Stopwatch.StartNew();
        var times = await Time(unitSeats, TimeSpan.FromSeconds(seconds));
        server.Refresh();
        var used = (server.TotalProcessorTime - cpu) / held.Elapsed * 100;
        Console.WriteLine(
            $"held {held.Elapsed.TotalSeconds:F0} s: {desks.Count(d => d.IsOpen)} of {desks.Count} open, "
                + $"{desks.Sum(d => d.Batches) - batches} batches, {used:F0} % of one core, {Memory(server):F0} MB"
        );
        Console.WriteLine(
            $"{times.Length} desk pages meanwhile: p50 {times[times.Length / 2]:F0} ms, p95 {times[times.Length * 95 / 100]:F0} ms, max {times[^1]:F0} ms"
        );
        var lost = desks.Count(d => !d.IsOpen);
        foreach (var desk in desks)
            await desk.DisposeAsync();
        return lost == 0 ? 0 : 1;
    }

    private sealed record Seat(HttpClient Http, CookieContainer Cookies, string Path);

    /// <summary>Whole pages, read one after the other, spread over the time that the desks are held.</summary>
    private static async Task<double[]> Time(IReadOnlyList<Seat> seats, TimeSpan span)
    {
        var times = new double[Pages];
        for (var i = 0; i < Pages; i++)
        {
            var (seat, clock) = (seats[i % seats.Count], Stopwatch.StartNew());
            await seat.Http.GetStringAsync(seat.Path);
            times[i] = clock.Elapsed.TotalMilliseconds;
            var pause = span / Pages - clock.Elapsed;
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause);
        }
        Array.Sort(times);
        return times;
    }

    private static List<Seat> Seats(
        IReadOnlyDictionary<string, (HttpClient, CookieContainer)> people,
        string kind,
        string[] paths,
        int count
    )
    {
        var of = people.Where(p => p.Key.StartsWith("agent", StringComparison.Ordinal) == (kind == "agent")).Select(p => p.Value).ToList();
        return
        [
            .. Enumerable.Range(0, count).Select(i => new Seat(of[i % of.Count].Item1, of[i % of.Count].Item2, paths[i % paths.Length])),
        ];
    }

    /// <summary>Signs every demo account of the hotline's agents and of unit handlers in, once each.</summary>
    private static async Task<IReadOnlyDictionary<string, (HttpClient, CookieContainer)>> People(Uri site)
    {
        using var visitor = new HttpClient { BaseAddress = site };
        var page = await visitor.GetStringAsync("/signin");
        var logins = Login().Matches(page).Select(m => m.Groups[1].Value).Distinct().Where(IsMeant).ToList();
        var people = new Dictionary<string, (HttpClient, CookieContainer)>();
        foreach (var login in logins)
        {
            var cookies = new CookieContainer();
            var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = site };
            var form = await http.GetStringAsync("/signin");
            using var fields = new FormUrlEncodedContent([
                new("login", login),
                new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
            ]);
            using var answer = await http.PostAsync("/signin/demo", fields);
            answer.EnsureSuccessStatusCode();
            people[login] = (http, cookies);
        }
        return people;
    }

    /// <summary>Agents, and handlers of units, whose logins end in a number; whoever answers for a queue of their own is left out.</summary>
    private static bool IsMeant(string login) => login.StartsWith("agent", StringComparison.Ordinal) || char.IsAsciiDigit(login[^1]);

    /// <summary>Of the process's own, in MB: pages of the database's file that it reads through its memory are the file's.</summary>
    private static double Memory(Process process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    [GeneratedRegex("name=\"login\" value=\"([^\"]+)\"")]
    private static partial Regex Login();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
