using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Kernel;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Testing;

public sealed partial class Given
{
    /// <summary>A street lamp that is out, in 杨柳社区 of the unit EAST-1.</summary>
    public Intake Intake() =>
        new()
        {
            Type = RequestType.Help,
            Channel = Channel.Web,
            Text = "小区门口的路灯坏了一个多星期，晚上接孩子看不见路。",
            Category = "010101",
            Where = new PlaceOfMatter
            {
                Area = "990102001001",
                Confirmed = true,
                Text = "杨柳社区东门",
            },
        };

    /// <summary>A registered request, by a resident with this phone or, where it is empty, anonymously.</summary>
    public async Task<SubmitRequest.Registered> Request(Intake? intake = null, string phone = "13800000001")
    {
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = intake ?? Intake(),
            Person = phone.Length == 0 ? null : new Identity { Name = "演示居民", Phone = phone },
        };
        return await Do<SubmitRequest, SubmitRequest.Registered>(use => use.Run(command, Actor.Visitor, CancellationToken.None));
    }

    /// <summary>A request that the dispatcher gave to a unit.</summary>
    public async Task<string> DispatchedRequest(string unit = "EAST-1", Intake? intake = null)
    {
        var number = (await Request(intake)).Number;
        await Dispatch(number, unit);
        return number;
    }

    /// <summary>The dispatcher gives a registered request to a unit.</summary>
    public async Task Dispatch(string number, string unit)
    {
        var by = await Staff(Role.Dispatcher);
        var command = new DispatchRequest.Command { Target = new Target(number), Unit = unit };
        await Do<DispatchRequest, Receipt>(use => use.Run(command, by, CancellationToken.None));
    }

    /// <summary>A request for which the unit signed.</summary>
    public async Task<string> SignedRequest(string unit = "EAST-1", Intake? intake = null)
    {
        var number = await DispatchedRequest(unit, intake);
        var by = await Staff(Role.UnitHandler, unit);
        await Do<SignRequest, Receipt>(use => use.Run(new SignRequest.Command { Target = new Target(number) }, by, CancellationToken.None));
        return number;
    }

    /// <summary>A request whose person the unit has spoken to and to which it has replied.</summary>
    public async Task<string> RepliedRequest(string unit = "EAST-1", Intake? intake = null)
    {
        var number = await SignedRequest(unit, intake);
        var by = await Staff(Role.UnitHandler, unit);
        var contact = new RecordContact.Command
        {
            Target = new Target(number),
            Way = ContactWay.Phone,
            Result = "已电话联系，核实位置在东门外。",
        };
        await Do<RecordContact, Receipt>(use => use.Run(contact, by, CancellationToken.None));
        var reply = new ReplyToRequest.Command
        {
            Target = new Target(number),
            Reply = "已更换灯头，当晚试亮正常，并请居民确认。",
            ToldPerson = true,
        };
        await Do<ReplyToRequest, Receipt>(use => use.Run(reply, by, CancellationToken.None));
        return number;
    }

    /// <summary>A request whose reply passed the review and that waits for the callback.</summary>
    public async Task<string> ReviewedRequest(string unit = "EAST-1", Intake? intake = null)
    {
        var number = await RepliedRequest(unit, intake);
        var by = await Staff(Role.Reviewer);
        await Do<AcceptReply, Receipt>(use => use.Run(new AcceptReply.Command { Target = new Target(number) }, by, CancellationToken.None));
        return number;
    }

    /// <summary>The hotline calls the person of a request, whom the unit had contacted; what follows from the answers is done.</summary>
    public async Task Callback(string number, Solved solved = Solved.Yes, Satisfied satisfied = Satisfied.Yes)
    {
        var by = await Staff(Role.Callback);
        var command = new RecordCallback.Command
        {
            Target = new Target(number),
            Answers = new CallbackAnswers
            {
                Contacted = true,
                Solved = solved,
                Satisfied = satisfied,
            },
        };
        await Do<RecordCallback, Receipt>(use => use.Run(command, by, CancellationToken.None));
        await app.Drain();
    }

    /// <summary>A use case that must not refuse.</summary>
    private async Task<T> Do<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> use)
        where TUseCase : notnull
        where T : notnull => (await app.Use(use)).Value;
}
