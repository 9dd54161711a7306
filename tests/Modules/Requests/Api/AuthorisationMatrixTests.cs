using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>
/// Every endpoint by everybody, on open and on sealed matters, in every state: the answer is what the lifecycle table says, and nobody
/// finds a hole. An endpoint or a use case that is new fails here until somebody has listed it.
/// </summary>
public sealed class AuthorisationMatrixTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly string[] Everybody =
    [
        "agent",
        "dispatcher",
        "reviewer",
        "callback",
        "supervisor",
        "leader",
        "eastleader",
        "east",
        "east1",
        "east2",
        "water",
        "oversight",
        "sysadmin",
        "secadmin",
        "auditadmin",
        "resident",
        "stranger",
        "visitor",
    ];

    private readonly Town town = new(app);

    public static TheoryData<RequestState, bool> Cases
    {
        get
        {
            var cases = new TheoryData<RequestState, bool>();
            foreach (var state in Enum.GetValues<RequestState>())
            {
                cases.Add(state, false);
                cases.Add(state, true);
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Everybody_gets_from_every_endpoint_what_the_table_says(RequestState state, bool isSealed)
    {
        var (intake, unit) = isSealed ? (Sealed(), "EAST") : (app.Given.Intake(), "EAST-1");
        var number = await town.In(state, intake, unit);
        // Who returned it does not get it again.
        var next = state == RequestState.PendingDispatch ? "CITY-URBAN" : unit;
        var wrong = new List<string>();
        var other = (await town.Register()).Number;
        var request = await town.Stored(number);
        foreach (var login in Everybody)
        {
            var by = await ActorOf(login, number);
            foreach (var endpoint in Endpoints.Actions)
            {
                var expected = login == "visitor" ? 401 : Expected(by, endpoint.Action, request);
                var more = endpoint.Action switch
                {
                    RequestAction.Dispatch => [("unit", next)],
                    RequestAction.AskExtension => [("until", request.ReplyDueAt?.AddDays(2) ?? app.Now)],
                    RequestAction.JoinMatter => [("with", other)],
                    RequestAction.SubDispatch => [("unit", isSealed ? "EAST-2" : "EAST-1-1")],
                    _ => Array.Empty<(string, object?)>(),
                };
                var answer = await endpoint.Send(await town.At(login), number, more);
                if (!Fits(expected, answer, endpoint.Action))
                    wrong.Add($"{login} {endpoint.Action}: {(int)answer.Status} instead of {expected}");
                var changed = await town.Version(number) != request.Version;
                if (expected != 200 && changed)
                    wrong.Add($"{login} {endpoint.Action} was refused and changed the request");
                if (changed)
                {
                    number = await town.In(state, intake, unit);
                    request = await town.Stored(number);
                }
            }
            await Read(login, by, number, wrong);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_sealed_matter_never_gets_a_public_text()
    {
        var number = await town.In(RequestState.Closed, Sealed(), "EAST");
        var answer = await Endpoints.Of(RequestAction.ApprovePublicText).Send(await town.At("reviewer"), number);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("never_public", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search?q=路灯", "agent dispatcher reviewer callback supervisor leader eastleader east east1 east2 water oversight")]
    [InlineData("queues/Intake", "agent dispatcher")]
    [InlineData("queues/Returns", "dispatcher")]
    [InlineData("queues/Mine", "east east1 east2 water oversight")]
    [InlineData("queues/Unit", "east east1 east2 water oversight")]
    [InlineData("queues/Given", "east east1 east2 water oversight")]
    [InlineData("queues/CoHandling", "east east1 east2 water oversight")]
    [InlineData("queues/Copied", "east east1 east2 water oversight")]
    [InlineData("queues/Review", "reviewer")]
    [InlineData("queues/Callback", "callback")]
    [InlineData("queues/Overdue", "callback")]
    [InlineData("queues/Late", "supervisor")]
    [InlineData("queues/Conference", "supervisor")]
    [InlineData("queues/Contests", "supervisor")]
    [InlineData("queues/Decisions", "supervisor")]
    [InlineData("queues/Supervision", "supervisor leader eastleader east east1 east2 water oversight")]
    [InlineData("queues/Applications", "supervisor")]
    [InlineData("queues/Hung", "supervisor")]
    [InlineData("queues/Rights", "supervisor")]
    [InlineData("queues/All", "agent dispatcher reviewer callback supervisor")]
    [InlineData("matters", "agent dispatcher reviewer callback supervisor east east1 east2 water oversight")]
    public async Task A_list_opens_for_those_whose_work_it_is(string path, string allowed)
    {
        foreach (var login in Everybody)
        {
            var answer = await (await town.At(login)).Get($"/api/requests/{path}");
            var expected =
                login == "visitor" ? 401
                : allowed.Split(' ').Contains(login) ? 200
                : 403;
            Assert.True((int)answer.Status == expected, $"{login} {path}: {(int)answer.Status} instead of {expected}");
        }
    }

    [Fact]
    public async Task What_a_text_is_about_is_proposed_to_who_takes_matters_down_alone()
    {
        foreach (var login in Everybody)
        {
            var answer = await (await town.At(login)).PostJson("/api/requests/reading", new { text = "路灯不亮" });
            var expected =
                login == "visitor" ? 401
                : login is "agent" or "dispatcher" ? 200
                : 403;
            Assert.True((int)answer.Status == expected, $"{login}: {(int)answer.Status} instead of {expected}");
        }
    }

    [Fact]
    public void Every_endpoint_under_api_requests_stands_in_the_matrix()
    {
        var mapped = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/requests", StringComparison.Ordinal))
            .Select(e =>
                $"{string.Join(',', e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)} /{e.RoutePattern.RawText!.TrimStart('/')}"
            );
        Assert.Equal(Endpoints.All.Order(), mapped.Order());
    }

    [Fact]
    public void Every_action_of_the_table_has_an_endpoint_or_is_the_programs()
    {
        var people = RequestLifecycle.Rows.Where(r => r.Scope != ActionScope.Program).Select(r => r.Action).Distinct();
        Assert.Equal(people.Order(), Endpoints.Actions.Select(a => a.Action).Order());
    }

    [Fact]
    public void Every_use_case_that_takes_a_target_goes_through_the_door()
    {
        var open = typeof(AcceptReply)
            .Assembly.GetTypes()
            .Where(t => t.GetNestedType("Command")?.GetProperty("Target") is not null)
            .Where(t => t.GetConstructors().Single().GetParameters().All(p => p.ParameterType.Name != "RequestDoor"))
            .Select(t => t.Name);
        Assert.Empty(open);
    }

    private Intake Sealed() => app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-1" };

    private async Task Read(string login, Actor by, string number, List<string> wrong)
    {
        var request = await town.Stored(number);
        var sees = login != "resident" && RequestAccess.MaySee(by, request, app.City);
        var answer = await (await town.At(login)).Get($"/api/requests/{number}");
        var expected = login switch
        {
            "visitor" => 401,
            "resident" or "stranger" => 403,
            _ => sees ? 200 : 404,
        };
        if ((int)answer.Status != expected)
            wrong.Add($"{login} reads: {(int)answer.Status} instead of {expected}");
        if (answer.Text.Contains(Town.Phone, StringComparison.Ordinal))
            wrong.Add($"{login} reads the phone");
        if (!sees && answer.Text.Contains("路灯坏了", StringComparison.Ordinal))
            wrong.Add($"{login} reads the text");
    }

    private int Expected(Actor by, RequestAction action, ServiceRequest request)
    {
        if (!RequestLifecycle.Rows.Any(r => r.Action == action && r.By.Any(by.Is)))
            return 403;
        if (!RequestAccess.MaySee(by, request, app.City))
            return 404;
        if (RequestLifecycle.Find(request.State, action) is not { } row)
            return 409;
        return RequestAccess.MayAct(by, row, request, app.City) ? 200 : 403;
    }

    /// <summary>
    /// Guards stand beside the table: three tries before closing, something asked for before it is granted, a colleague who exists, nothing public of a sealed matter, and the order of
    /// 交办下级, which <see cref="SubDispatchTests"/> goes through.
    /// </summary>
    private static bool Fits(int expected, Page answer, RequestAction action) =>
        (int)answer.Status == expected
        || expected == 200 && action == RequestAction.Close && answer.Text.Contains("callbacks_left", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.ApprovePublicText && answer.Text.Contains("never_public", StringComparison.Ordinal)
        || expected == 200
            && SubDispatchLifecycle.Actions.Contains(action)
            && answer.Text.Contains("wrong_sub_state", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.Designate && answer.Text.Contains("not_for_conference", StringComparison.Ordinal)
        || expected == 200
            && action
                is RequestAction.GrantExtension
                    or RequestAction.GrantHang
                    or RequestAction.GrantTermination
                    or RequestAction.DeclineApplication
            && answer.Text.Contains("nothing_asked", StringComparison.Ordinal)
        || expected == 200
            && CoHandlingLifecycle.Actions.Contains(action)
            && answer.Text.Contains("wrong_co_state", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.CallOverdue && answer.Text.Contains("not_overdue", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.ReferDecision && answer.Text.Contains("second_first", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.TellExtension && answer.Text.Contains("nothing_to_tell", StringComparison.Ordinal)
        || expected == 200
            && SupervisionLifecycle.Actions.Contains(action)
            && answer.Text.Contains("wrong_supervision_state", StringComparison.Ordinal)
        || expected == 200
            && RightsLifecycle.Actions.Contains(action)
            && answer.Text.Contains("wrong_claim_state", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.LeaveMatter && answer.Text.Contains("not_in_matter", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.JoinMatter && answer.Text.Contains("matter_of_shielded", StringComparison.Ordinal)
        || expected == 200 && action == RequestAction.Assign && answer.Text.Contains("colleague", StringComparison.Ordinal);

    private async Task<Actor> ActorOf(string login, string number) =>
        login switch
        {
            "visitor" => Actor.Visitor,
            "stranger" => Actor.Resident(new Guid("00000000-0000-4000-8000-0000000000ff")),
            "resident" => Actor.Resident((await town.Stored(number)).PersonId!.Value),
            _ => await app.Given.Staff(login),
        };
}
