using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.Testing;
using Suiying.Tests.Channels;
using Suiying.Tests.People;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Web;

/// <summary>What leaves the machine for the collector, byte for byte: that the operator sees the work, and that nobody sees a person.</summary>
public sealed class TelemetryTests(TelemetryApp app) : IClassFixture<TelemetryApp>
{
    private const string Phone = "13987654321";
    private const string OtherPhone = "13912345678";
    private const string Name = "欧阳某某甲";
    private const string Mail = "sealed.person@example.org";
    private const string Text = "隔壁半夜砌墙的声音让我母亲三天没有睡着";
    private const string Place = "西三条胡同七号院";
    private const string Forged = "forged-query-words";

    [Fact]
    public async Task Nothing_sealed_leaves_by_trace_measure_or_log()
    {
        var secrets = new List<string> { Phone, OtherPhone, Name, Mail, Text, Place, Forged };
        await ByWeb(secrets);
        await ByPhoneCode(secrets);
        await ByStaff(secrets);
        await ByProgram(secrets);
        await app.Drain();
        app.Flush();

        // A guard against looking for nothing in nothing.
        Assert.True(secrets.Count > 12);
        var sent = app.Collector.Everything;
        Assert.Contains("/track", app.Collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", app.Collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("Bearer of bad news", app.Collector.Of("logs"), StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, sent, StringComparison.OrdinalIgnoreCase));
        // Development prints the messages that it would send; that is what its log is for, and it stays on this machine.
        var lines = app.Log.Lines.Where(line => !line.StartsWith("开发模式：发给", StringComparison.Ordinal)).ToList();
        Assert.All(secrets, secret => Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_request_is_one_trace_from_the_page_to_the_last_consumer()
    {
        using var browser = app.Visitor();
        await browser.SubmitWhole();
        await app.Drain();
        app.Flush();
        var traces = app.Collector.Of("traces");
        foreach (var part in new[] { "/submit/check", "suiying.event", "requests.moved", "INSERT", "RequestsDb", "db.system.name" })
            Assert.Contains(part, traces, StringComparison.Ordinal);
        Assert.Contains("suiying", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT \"", traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_sees_what_came_what_ended_what_waits_and_who_failed_to_sign_in()
    {
        using var browser = app.Visitor();
        await browser.SubmitWhole();
        await (await browser.Get("/signin")).Submit("form:has(#login)", ("login", "nobody"), ("password", "wrong"));
        await app.Services.GetRequiredService<Suiying.Web.Telemetry.OutboxSample>().Take(default);
        app.Flush();
        var measures = app.Collector.Of("metrics");
        string[] names =
        [
            "suiying.requests.submitted",
            "suiying.sign_in.failures",
            "suiying.outbox.waiting",
            "suiying.outbox.age",
            "dotnet.gc.collections",
            .. app.Database.Kind == Kernel.Data.DatabaseKind.Sqlite ? ["suiying.write_gate.wait"] : Array.Empty<string>(),
        ];
        Assert.All(names, name => Assert.Contains(name, measures, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_the_log_carries_its_trace_and_neither_carries_words_that_nobody_has_looked_at()
    {
        // Not the name of the test above, which reads the same log on this machine.
        const string other = "诸葛某某乙";
        using var source = new ActivitySource("Suiying.Database");
        using var activity = source.StartActivity("probe");
        Assert.NotNull(activity);
        // As a library might: marks that nobody has looked at, and an error in words.
        activity.SetTag("url.query", $"?name={other}").SetTag("error.type", "probe").SetStatus(ActivityStatusCode.Error, other);
        Logger().LogWarning(new InvalidOperationException($"the words of {other}"), "Found by its trace");
        activity.Stop();
        app.Flush();
        var traces = app.Collector.Of("traces");
        Assert.Contains("probe", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(other, traces, StringComparison.Ordinal);
        var logs = app.Collector.Of("logs");
        Assert.Contains("Found by its trace", logs, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(other, logs, StringComparison.Ordinal);
        Assert.True(app.Collector.Holds("logs", Convert.FromHexString(activity.TraceId.ToHexString())));
    }

    [Fact]
    public async Task Switched_off_nobody_listens()
    {
        await using var plain = new SuiyingApp();
        await plain.InitializeAsync();
        Assert.Null(plain.Services.GetService<TracerProvider>());
        Assert.Null(plain.Services.GetService<OpenTelemetry.Metrics.MeterProvider>());
        Assert.Null(plain.Services.GetService<Suiying.Web.Telemetry.DatabaseSpans>());
    }

    private async Task ByWeb(List<string> secrets)
    {
        using var browser = app.Visitor();
        var page = await (await browser.Describe(Text)).Submit(
            "form[action='/submit/place']",
            ("area", "990102001001"),
            ("detail", Place),
            ("step", "next")
        );
        page = await page.Submit("form[action='/submit/contact']", ("contact", "Phone"), ("phone", Phone), ("name", Name));
        var receipt = await page.Press();
        var (number, code) = (ResidentWalk.Number(receipt), ResidentWalk.Code(receipt).Replace(" ", "", StringComparison.Ordinal));
        secrets.Add(code);
        await browser.Track(number, code);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/track?number={number}&code={code}")).Status);
        await browser.Get($"/public?q={Forged}");
        await browser.Get($"/nowhere/{Forged}?phone={Phone}");
        await browser.PostJson("/api/people/phone-codes", new { phone = Phone, wrong = Name });

        using var desk = await app.SignIn(Role.Dispatcher);
        var opened = await desk.PostJson($"/api/requests/{number}/contact-openings", new { });
        Assert.True(opened.IsSuccess, opened.Text);
        Assert.Contains(Phone, opened.Text, StringComparison.Ordinal);
        await desk.Get($"/api/requests/search?q={Uri.EscapeDataString(Text)}");
        Logger().LogInformation("Bearer of bad news");
    }

    private async Task ByPhoneCode(List<string> secrets)
    {
        using var browser = app.Visitor();
        var page = await (await browser.Get("/my")).Submit("main form", ("phone", OtherPhone));
        secrets.Add(System.Text.RegularExpressions.Regex.Match(page.Says("main .notice"), @"\d{6}").Value);
        await page.Submit("main form", ("code", secrets[^1]));
    }

    private async Task ByStaff(List<string> secrets)
    {
        var system = PeopleHouse.Staff(Role.SystemAdmin);
        var profile = new StaffProfile("telemetry.tester", "测试员", null, null);
        var made = (await app.Use((CreateStaff create) => create.Run(profile, system, default))).Value;
        using var browser = app.Visitor();
        await (await browser.Get("/signin")).Submit("form:has(#login)", ("login", profile.Login), ("password", made.Password));
        var enrol = await browser.Get("/signin/enrol");
        var secret = enrol.Says("#secret");
        var code = SoftCodes.At(secret, app.Now);
        enrol = await enrol.Submit("main form", ("code", code), ("password", made.Password));
        Assert.Contains("恢复码", enrol.Says(), StringComparison.Ordinal);
        secrets.AddRange([made.Password, secret, code, .. enrol.All("li code").Select(c => c.TextContent)]);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = app.Visitor();
        var second = await (await again.Get("/signin")).Submit("form:has(#login)", ("login", profile.Login), ("password", made.Password));
        secrets.Add(SoftCodes.At(secret, app.Now));
        Assert.Equal("/me", (await second.Submit("main form", ("code", secrets[^1]))).Address.AbsolutePath);
    }

    private async Task ByProgram(List<string> secrets)
    {
        using var client = new Client(app);
        var key = (await client.NewKey()).Secret;
        secrets.Add(key);
        var id = await client.Submitted(
            key,
            ("email", Mail),
            ("phone", Phone),
            ("first_name", Name),
            ("address_string", Place),
            ("description", Text)
        );
        Assert.Equal(HttpStatusCode.OK, (await client.Get($"requests/{id}.json?api_key={key}")).Status);
        await client.Get($"requests.json?api_key={key}&phone={Phone}");
        await client.Submit("wrong-key", ("email", Mail));
    }

    private ILogger Logger() => app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Suiying.Tests");
}
