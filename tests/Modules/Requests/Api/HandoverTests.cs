using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>12345 and 110 (domain A.14): hot, three-way and ticket; what is not confirmed stays with the hotline, and every handover leaves a record.</summary>
public sealed class HandoverTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Theory]
    [InlineData(HandoverMode.Hot)]
    [InlineData(HandoverMode.ThreeWay)]
    public async Task A_caller_on_the_line_is_put_through_by_the_line_alone(HandoverMode mode)
    {
        var number = (await town.Register()).Number;
        await town.Done("agent", number, RequestAction.TransferEmergency, ("mode", mode.ToString()), ("reference", "J-0815"));
        var record = Assert.Single(await Records(number));
        Assert.Equal(
            (EmergencyLine.Fire119, mode, HandoverState.Accepted, false),
            (record.Line, record.Mode, record.State, record.Incoming)
        );
        Assert.Equal(("J-0815", (DateTimeOffset?)record.At), (record.Reference, record.AnsweredAt));
        Assert.Equal(RequestState.EmergencyTransferred, (await town.Stored(number)).State);
    }

    [Fact]
    public async Task A_ticket_stays_with_the_hotline_until_it_is_confirmed_and_says_by_whom()
    {
        var number = (await town.Register()).Number;
        await town.Invalid("mode", "agent", number, RequestAction.TransferEmergency, ("mode", "Ticket"));
        await town.Done("agent", number, RequestAction.SendToEmergency);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.HandoverPending, app.Now.AddMinutes(30)), (stored.State, stored.DueAt));
        Assert.Contains(number, (await (await town.At("agent")).Get("/api/requests/queues/Intake")).Text, StringComparison.Ordinal);
        var page = await (await town.At("resident")).Get($"/my/requests/{number}");
        Assert.Contains("正在等对方确认", page.Says(), StringComparison.Ordinal);

        await town.Invalid("reference", "agent", number, RequestAction.ConfirmHandover, ("reference", ""));
        await town.Invalid("reference", "agent", number, RequestAction.ConfirmHandover, ("reference", "张警官13800000001"));
        await town.Done("agent", number, RequestAction.ConfirmHandover);
        var record = Assert.Single(await Records(number));
        Assert.Equal((HandoverState.Accepted, "J20260302"), (record.State, record.Reference));
        Assert.Equal(RequestState.EmergencyTransferred, (await town.Stored(number)).State);
    }

    [Fact]
    public async Task What_the_other_platform_does_not_take_is_dealt_with_by_who_received_it_first()
    {
        var number = (await town.Register()).Number;
        await town.Done("dispatcher", number, RequestAction.SendToEmergency);
        await town.Done("dispatcher", number, RequestAction.DeclineHandover);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.Registered, (DateTimeOffset?)null), (stored.State, stored.DueAt));
        Assert.Equal(HandoverState.Declined, Assert.Single(await Records(number)).State);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Done("dispatcher", number, RequestAction.SendToEmergency);
        await town.Done("dispatcher", number, RequestAction.ConfirmHandover);
        Assert.Equal([HandoverState.Declined, HandoverState.Accepted], (await Records(number)).Select(r => r.State));
        var page = await (await town.At("resident")).Get($"/my/requests/{number}");
        Assert.DoesNotContain("不属于警情", page.Text, StringComparison.Ordinal);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task What_110_hands_to_the_hotline_is_recorded_with_its_number()
    {
        var intake = app.Given.Intake() with
        {
            Channel = Channel.Hotline110,
            HandedBy = new IncomingHandover(EmergencyLine.Police110, HandoverMode.ThreeWay, "JJ2026-77"),
        };
        var number = (await town.Register(intake)).Number;
        var record = Assert.Single(await Records(number));
        Assert.Equal((true, HandoverState.Accepted, "JJ2026-77"), (record.Incoming, record.State, record.Reference));
        var desk = await (await town.At("agent")).Get($"/desk/intake/{number}");
        Assert.Contains("110 转来", desk.Says(), StringComparison.Ordinal);
    }

    private Task<List<EmergencyHandover>> Records(string number) =>
        app.Use<RequestsDb, List<EmergencyHandover>>(async db =>
        {
            var id = await db.Requests.Where(r => r.Number == number).Select(r => r.Id).SingleAsync();
            return await db.Handovers.AsNoTracking().Where(h => h.RequestId == id).OrderBy(h => h.At).ToListAsync();
        });
}
