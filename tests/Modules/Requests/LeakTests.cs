using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Hostile;

namespace Suiying.Tests.Requests;

/// <summary>
/// The leak test (design law 4; domain A.13, Y): a report is led through its whole life while people of the accused side, leaders, other
/// residents and strangers ask every address that the host has, with the report's own identifiers put into every place of every route. Nothing of it stands in
/// any answer.
/// </summary>
public sealed class LeakTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    /// <summary>Words of the report that stand nowhere else.</summary>
    private const string Secret = "仓库后墙的红砖夹层";

    private static readonly string[] Outside = ["east1", "leader", "eastleader", "stranger", "visitor", "sysadmin", "secadmin"];

    private readonly Town town = new(app);

    public static TheoryData<RequestState> States =>
        [RequestState.Dispatched, RequestState.InProgress, RequestState.CallbackPending, RequestState.Closed];

    [Theory, MemberData(nameof(States))]
    public async Task Nobody_of_the_accused_side_finds_a_sealed_report_at_any_address_with_any_identifier(RequestState state)
    {
        var intake = app.Given.Intake() with
        {
            Type = RequestType.Report,
            AccusedUnit = "EAST-1",
            Text = $"街道的人把东西藏在{Secret}里，请查一查。",
            Title = "",
        };
        var number = await town.In(state, intake, "EAST");
        var request = await town.Stored(number);
        Assert.Empty(await Found(town, request, Secret, Outside));
    }

    /// <summary>Everything of a request that these people find at any address.</summary>
    internal static async Task<List<string>> Found(Town town, ServiceRequest request, string secret, IReadOnlyList<string> logins)
    {
        string[] marks = [secret, request.Number, request.Id.Value.ToString(), request.PersonId!.Value.ToString()];
        var leaks = new List<string>();
        foreach (var address in Addresses(town.App, request))
        foreach (var login in logins)
        {
            var page = await (await town.At(login)).Get(address);
            // What was asked for stands in the answer's own address; only what the city adds would be a leak.
            var said = page
                .Text.Replace(address, "", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);
            leaks.AddRange(
                marks.Where(m => !address.Contains(m, StringComparison.Ordinal)).Where(said.Contains).Select(m => $"{login} {address}: {m}")
            );
            if (address.Contains(request.Number, StringComparison.Ordinal) && said.Contains(secret, StringComparison.Ordinal))
                leaks.Add($"{login} {address} opened it");
            if ((int)page.Status >= 500)
                leaks.Add($"{login} {address}: {(int)page.Status}");
        }
        return leaks;
    }

    [Fact]
    public async Task The_same_addresses_show_it_to_those_whose_work_it_is()
    {
        // So that the test above cannot pass because nothing is shown to anybody.
        var intake = app.Given.Intake() with
        {
            Type = RequestType.Report,
            AccusedUnit = "EAST-1",
            Text = $"街道的人把东西藏在{Secret}里。",
        };
        var number = await town.In(RequestState.Dispatched, intake, "EAST");
        var request = await town.Stored(number);
        var seen = 0;
        foreach (var address in Addresses(app, request))
        {
            if ((await (await town.At("dispatcher")).Get(address)).Text.Contains(Secret, StringComparison.Ordinal))
                seen++;
        }
        Assert.True(seen >= 3, $"{seen} addresses show it to the dispatcher");
    }

    /// <summary>Every address that is asked with GET, once for each identifier of the report; lists also with words, queues and filters.</summary>
    private static IEnumerable<string> Addresses(SuiyingApp app, ServiceRequest request)
    {
        var routes = new[] { request.Number, request.Id.Value.ToString(), $"{request.Serial}" }
            .SelectMany(identifier => Doors.Gets(app, identifier, request.Id.Value, request.Serial))
            .Where(r => !r.Contains("signout", StringComparison.Ordinal))
            .Distinct();
        foreach (var route in routes)
            yield return route;
        foreach (var queue in Enum.GetNames<Queue>())
        {
            yield return $"/api/requests/queues/{queue}";
            yield return $"/desk/{queue.ToLowerInvariant()}";
            yield return $"/desk/{queue.ToLowerInvariant()}/{request.Number}";
        }
        foreach (var words in new[] { "红砖夹层", request.Number, "仓库" })
        {
            yield return $"/api/requests/search?q={Uri.EscapeDataString(words)}";
            yield return $"/desk/all?q={Uri.EscapeDataString(words)}";
        }
        yield return $"/track?number={request.Number}&code=AAAAAA";
        yield return $"/open311/v2/requests.json?service_request_id={request.Number}";
        yield return "/public?state=open";
    }
}
