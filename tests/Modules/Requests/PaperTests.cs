using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>来信来访: what an agent writes down of a letter or at the counter.</summary>
public sealed class PaperTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task A_letter_is_registered_with_its_days_its_scans_and_an_address_that_is_sealed()
    {
        var form = Letter();
        form.Photos.Add(new KeptPhoto(new string('a', 64), "image/jpeg", 10));
        // As after a reload: nothing of it is lost.
        var kept = CallForm.Of(form.Notes(), RequestId.New(app.Now));
        Assert.Equal(
            (form.Id, true, Day.AddDays(-4), Day, "演示路1号"),
            (kept.Id, kept.IsLetter, kept.WrittenOn, kept.ReceivedOn, kept.Address)
        );
        var ticket = (await Register(kept)).Value.Ticket;
        var request = await app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking().SingleAsync(r => r.Number == ticket.Number)
        );
        Assert.Equal((Channel.Letter, app.Now), (request.Channel, request.RegisteredAt));
        Assert.True(ticket.Expected > app.Now);
        Assert.Single(
            await app.Use<RequestsDb, List<RequestAttachment>>(db => db.Attachments.Where(a => a.RequestId == request.Id).ToListAsync())
        );
        using var browser = await app.SignIn("agent");
        Assert.Contains(
            "（来信日期2026-02-25，收到日期2026-03-01）",
            (await browser.Get($"/desk/all/{ticket.Number}")).Text,
            StringComparison.Ordinal
        );
        var agent = await app.Given.Staff("agent");
        var identity = await app.Use<ISealedIdentities, Identity?>(seal =>
            seal.Open(new PersonId(request.PersonId!.Value), OpeningPurpose.Contact, ticket.Number, agent, default)
        );
        Assert.Equal(("演示来信人", "演示路1号", ""), (identity!.Name, identity.Address, identity.Phone));
        Assert.Empty(await Traces.Of(app, "演示路1号"));
    }

    [Fact]
    public async Task A_letter_cannot_have_come_before_it_was_written()
    {
        var form = Letter();
        form.WrittenOn = Day.AddDays(1);
        Assert.False((await Register(form)).Ok(out _, out var refusal));
        Assert.Equal("written", Assert.Single(refusal.Fields).Field);
    }

    [Fact]
    public async Task Somebody_at_the_counter_comes_by_that_way_and_an_address_tells_nobody_else()
    {
        var form = new CallForm(RequestId.New(app.Now))
        {
            Source = Channel.WalkIn,
            Paper = true,
            Text = "来访人说楼道里堆满了杂物。",
        };
        var ticket = (await Register(form)).Value.Ticket;
        var request = await app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking().SingleAsync(r => r.Number == ticket.Number)
        );
        Assert.Equal((Channel.WalkIn, "来访人说楼道里堆满了杂物。"), (request.Channel, form.Command().Intake.Text));
        Assert.NotNull(ticket.QueryCode);
    }

    private CallForm Letter() =>
        new(RequestId.New(app.Now))
        {
            Source = Channel.Letter,
            Paper = true,
            Text = "来信人说门口的路灯坏了半年。",
            Name = "演示来信人",
            Address = "演示路1号",
            WrittenOn = Day.AddDays(-4),
            ReceivedOn = Day,
        };

    private async Task<Outcome<RegisterCall.Result>> Register(CallForm form)
    {
        var agent = await app.Given.Staff("agent");
        var command = new RegisterCall.Command { Form = form, Next = CallNext.Wait };
        return await app.Use<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, agent, default));
    }
}
