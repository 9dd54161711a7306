using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The sample city with everybody at their browsers, and requests led through their life over HTTP.</summary>
internal sealed class Town(SuiyingApp app)
{
    public const string Phone = "13800000001";

    // Kept for all tests of one host: a phone gets one code a minute. A session is renewed before it ends.
    private static readonly ConditionalWeakTable<SuiyingApp, Dictionary<string, (Browser Browser, DateTimeOffset Since)>> Known = [];
    private static readonly TimeSpan SessionAtLeast = TimeSpan.FromMinutes(20);

    public SuiyingApp App => app;

    /// <summary>The browser of a member of staff, signed in once; "resident" is the person of <see cref="Phone"/>, "stranger" another.</summary>
    public async Task<Browser> At(string login)
    {
        var browsers = Known.GetOrCreateValue(app);
        if (browsers.TryGetValue(login, out var known) && app.Now - known.Since < SessionAtLeast)
            return known.Browser;
        Browser browser;
        if (login is "resident" or "stranger")
        {
            browser = app.Visitor();
            await browser.SignInByPhone(login == "resident" ? Phone : "13900000009");
        }
        else
            browser = login == "visitor" ? app.Visitor() : await app.SignIn(login);
        browsers[login] = (browser, app.Now);
        return browser;
    }

    /// <summary>A registered request of the resident.</summary>
    public async Task<SubmitRequest.Registered> Register(Intake? intake = null, string name = "演示居民")
    {
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = intake ?? app.Given.Intake(),
            Person = new Identity { Name = name, Phone = Phone },
        };
        return (await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(u => u.Run(command, Actor.Visitor, default))).Value;
    }

    /// <summary>A request led to a state by those who may, over HTTP.</summary>
    public async Task<string> In(RequestState state, Intake? intake = null, string unit = "EAST-1")
    {
        var number = (await Register(intake)).Number;
        foreach (var action in Matter.WayTo(state))
            await Must(number, action, unit);
        return number;
    }

    /// <summary>Does an action as somebody who may; it must be done.</summary>
    public async Task<Receipt> Must(string number, RequestAction action, string unit = "EAST-1")
    {
        var row = RequestLifecycle.Rows.First(r => r.Action == action);
        var browser = await At(LoginOf(row.By[^1], unit));
        var more = action is RequestAction.Dispatch ? [("unit", unit)] : Array.Empty<(string, object?)>();
        var answer = await Endpoints.Of(action).Send(browser, number, more);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{action} on {number}: {(int)answer.Status} {answer.Text}");
        return answer.Json<Receipt>();
    }

    /// <summary>A queue as the API answers it to somebody.</summary>
    public async Task<string> Queue(string login, string queue) => (await (await At(login)).Get($"/api/requests/queues/{queue}")).Text;

    /// <summary>Tries an action as somebody.</summary>
    public async Task<Page> Send(string login, string number, RequestAction action, params (string Name, object? Value)[] more) =>
        await Endpoints.Of(action).Send(await At(login), number, more);

    /// <summary>Does an action as somebody; it must be done.</summary>
    public async Task Done(string login, string number, RequestAction action, params (string Name, object? Value)[] more)
    {
        var answer = await Send(login, number, action, more);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{login} {action} on {number}: {(int)answer.Status} {answer.Text}");
    }

    /// <summary>Tries an action that a rule stands against.</summary>
    public async Task Refused(string code, string login, string number, RequestAction action, params (string Name, object? Value)[] more)
    {
        var answer = await Send(login, number, action, more);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(code, answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Tries an action with a body of which a field is not in order.</summary>
    public async Task Invalid(string field, string login, string number, RequestAction action, params (string Name, object? Value)[] more)
    {
        var answer = await Send(login, number, action, more);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"\"{field}\"", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>The matter as its person sees it with number and code.</summary>
    public async Task<TrackedRequest> Track(SubmitRequest.Registered registered)
    {
        var query = new TrackRequest.Query { Number = registered.Number, Code = registered.QueryCode };
        return (await app.Use<TrackRequest, Outcome<TrackedRequest>>(t => t.Run(query, Actor.Visitor, default))).Value;
    }

    /// <summary>How many steps there are; what a refused action must not add to.</summary>
    public Task<int> Version(string number) =>
        app.Use<RequestsDb, int>(db => db.Requests.Where(r => r.Number == number).Select(r => r.Version).SingleAsync());

    public Task<ServiceRequest> Stored(string number) =>
        app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking()
                .Include(r => r.Deadlines)
                .Include(r => r.SubDispatches)
                .Include(r => r.CoHandlings)
                .AsSplitQuery()
                .SingleAsync(r => r.Number == number)
        );

    public Task<List<RequestTransition>> History(string number) =>
        app.Use<RequestsDb, List<RequestTransition>>(async db =>
        {
            var id = await db.Requests.Where(r => r.Number == number).Select(r => r.Id).SingleAsync();
            return await db.Transitions.AsNoTracking().Where(t => t.RequestId == id).OrderBy(t => t.Seq).ToListAsync();
        });

    public Task<List<RequestNote>> Notes() => app.Use<RequestsDb, List<RequestNote>>(db => db.Notes.AsNoTracking().ToListAsync());

    /// <summary>How many rows there are of everything that an action could have left behind.</summary>
    public Task<string> Rows() =>
        app.Use<RequestsDb, string>(async db =>
            $"{await db.Requests.CountAsync()} {await db.Transitions.CountAsync()} {await db.Notes.CountAsync()} {await db.Deadlines.CountAsync()}"
        );

    public static string LoginOf(Role role, string unit) =>
        role switch
        {
            Role.Resident => "resident",
            Role.UnitHandler => Given.Login(role, unit),
            _ => Given.Login(role),
        };
}
