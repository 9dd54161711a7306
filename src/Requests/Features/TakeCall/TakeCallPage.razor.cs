using Microsoft.AspNetCore.Components;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

public sealed partial class TakeCallPage
{
    private sealed record Finished(SubmitRequest.Registered Ticket, string Words, CallForm Sent);

    private Actor by = Actor.Visitor;
    private CallForm form = new(default);
    private CallForm? last;
    private CallHints hints = new();
    private CallInHand? call;
    private CallInHand? early;
    private IReadOnlyList<UnfinishedCall> unfinished = [];
    private string? unit;
    private Refusal? refusal;
    private Finished? done;
    private bool busy,
        live;
    private bool otherPhone,
        readOut;
    private string looked = "";

    /// <summary>The newest look, or the wait for it: what began before it is of no account when it ends.</summary>
    private int looks;
    private RequestId kept;
    private ElementReference textBox;

    // Each agent's own: the next shift at the same computer starts empty.
    private string DraftName => $"call:{by.Id}";

    private bool CanTake =>
        form.What.Category is null && hints.Categories.Count > 0
        || form.What.Area is null && hints.SurePlace is not null
        || hints.Danger is { Likely: true };

    protected override async Task OnInitializedAsync()
    {
        by = Actor.From((await Authentication.GetAuthenticationStateAsync()).User);
        (form, opened) = (New(), Time.GetUtcNow());
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var noted = await Bench.Draft(DraftName);
        live = true;
        if (noted.Count > 0 && form.IsEmpty)
            form = CallForm.Of(noted, RequestId.New(Time.GetUtcNow()));
        if (Written is { } way && form.Source != way)
            await PutAside();
        if (Take is { } message && message != form.Id.Value)
            await TakeMessage(message);
        // What rang before the page was ready rings now, after the words that are older than it.
        await (early is null ? LookAround() : Ring(early));
        StateHasChanged();
    }

    private string? Problem(string field) => refusal?.Fields.Of(field);

    /// <summary>The phone has another call, or the call another state.</summary>
    private async Task Ring(CallInHand? now)
    {
        if (!live)
        {
            early = now;
            return;
        }
        if (MeansLetter(now))
            return;
        var taken = now is { State: CallState.Talking } && (call?.Id != now.Id || call.State is not CallState.Talking);
        call = now;
        if (now is null)
            return;
        if (form.IsEmpty || form.Call == now.Id)
            Attach(now);
        else if (taken)
        {
            // What belongs to the last call waits; the words of this one must not run into it.
            await PutAside();
            Attach(now);
            await Toasts.Say(T["上一通写了一半的内容已存为未完成的登记。"]);
        }
        if (now.State is CallState.Ringing or CallState.Talking && (done is null || taken))
            done = null;
        await LookAround();
        StateHasChanged();
        if (taken && form.IsEmpty)
            await textBox.FocusAsync();
    }

    private void Attach(CallInHand now) => (form.Call, form.Caller, form.Source, form.Paper) = (now.Id, now.Caller, null, false);

    private async Task Choose(Action choice)
    {
        choice();
        // What looks still run know nothing of the choice, and show nothing before this computer has it.
        looks++;
        await KeepChoices();
        await Look();
    }

    private async Task KeepChoices()
    {
        foreach (var (field, value) in form.Choices())
            await Bench.Keep(DraftName, field, value, lasting: true);
    }

    private Task TakeProposals() => Choose(() => form.Take(hints, Registry.Current));

    /// <summary>Looks when the typing pauses, so that a fast typist costs one look.</summary>
    private async Task LookSoon()
    {
        var mine = ++looks;
        await Task.Delay(TimeSpan.FromMilliseconds(400), Time);
        if (mine == looks)
            await Look();
    }

    /// <summary>The answer of the knowledge base, to be read out and sent as it stands or changed.</summary>
    private Task ReadOut(string answer) => Choose(() => (form.Answer, readOut) = (answer, true));

    private async Task LookAround()
    {
        await FindUnfinished();
        await Look();
    }

    private async Task Look()
    {
        var mine = ++looks;
        // Before the server has anything under it: words that come back without their id would be a second draft.
        if (!form.IsEmpty && kept != form.Id)
            await Bench.Keep(DraftName, "id", $"{(kept = form.Id).Value:N}", lasting: true);
        await Keep(form.Id, form.Notes(), form.Call, form.Caller?.Value);
        looked = form.Text ?? "";
        var outcome = await Scoped.Run<TakeCall, Outcome<CallHints>>(use => use.Run(form.Asked(), by, CancellationToken.None));
        if (mine != looks)
            return;
        if (outcome.Ok(out var known, out _))
            hints = known;
        if (hints.Units.All(p => p.Unit.Code != unit))
            unit = hints.Units is [var best, ..] ? best.Unit.Code : null;
        StateHasChanged();
    }

    private async Task FindUnfinished()
    {
        var query = new FindCalls.Query { Call = call?.Id, Person = call?.Caller?.Value };
        var outcome = await Scoped.Run<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find =>
            find.Run(query, by, CancellationToken.None)
        );
        if (!outcome.Ok(out var found, out _))
            return;
        unfinished = [.. found.Where(u => u.Id != form.Id)];
        // The sealed sender of a message is known to the server alone.
        if (form is { Source: not null, Caller: null } && found.FirstOrDefault(u => u.Id == form.Id)?.Person is { } sender)
            form.Caller = new PersonId(sender);
    }

    private Task<Outcome<Done>> Keep(RequestId id, IReadOnlyDictionary<string, string> notes, Guid? of, Guid? person)
    {
        var command = new KeepCall.Command
        {
            Id = id,
            Notes = notes,
            Call = of,
            Person = person,
        };
        return Scoped.Run<KeepCall, Outcome<Done>>(keep => keep.Run(command, by, CancellationToken.None));
    }

    /// <summary>先放下: kept on the server, and the form is free.</summary>
    private async Task PutAside()
    {
        await Keep(form.Id, form.Notes(), form.Call, form.Caller?.Value);
        await Empty();
        await FindUnfinished();
    }

    /// <summary>接着写, also what a colleague began with the same caller.</summary>
    private async Task TakeUp(UnfinishedCall taken)
    {
        if (!form.IsEmpty)
            await Keep(form.Id, form.Notes(), form.Call, form.Caller?.Value);
        var own = form.Call;
        await Bench.Forget(DraftName);
        form = CallForm.Of(taken.Notes, taken.Id);
        if (form.Source is not null)
            form.Caller = taken.Person is { } sender ? new PersonId(sender) : null;
        else if (call is not null && (taken.SameCaller || taken.Call == call.Id))
            Attach(call);
        else
            form.Call ??= own;
        foreach (var (field, value) in form.Notes())
            await Bench.Keep(DraftName, field, value, lasting: true);
        done = null;
        await LookAround();
    }

    private async Task Send(CallNext next, string? with = null)
    {
        if (busy || done is not null && form.IsEmpty)
            return;
        (busy, refusal, done) = (true, null, null);
        try
        {
            var command = new RegisterCall.Command
            {
                Form = form,
                Next = next,
                Unit = unit,
                With = with,
            };
            var outcome = await Scoped.Run<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, by, CancellationToken.None));
            if (outcome.Ok(out var result, out refusal))
                await Finish(result, CallWords.Of(T, Registry.Current, command, result));
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>转紧急救助 by one press.</summary>
    private async Task Urgent((EmergencyLine Line, HandoverMode Mode) to)
    {
        if (busy)
            return;
        (busy, refusal, done) = (true, null, null);
        try
        {
            var words = T["紧急警情，已转{0}。", RequestTexts.Of(to.Line)];
            var outcome = await Scoped.Run<RegisterCall, Outcome<RegisterCall.Result>>(use =>
                use.Urgent(form, to, words, by, CancellationToken.None)
            );
            if (!outcome.Ok(out var result, out refusal))
                return;
            refusal = result.Not;
            await Finish(result, result.Not is null ? T["已转{0}，工单留作记录。", RequestTexts.Of(to.Line)] : T["已登记，等待派单。"]);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task Finish(RegisterCall.Result result, string words)
    {
        var (sent, problem) = (form, refusal);
        await Keep(form.Id, new Dictionary<string, string>(), form.Call, form.Caller?.Value);
        await Empty();
        // Said only now: what is offered next, and its key, need the new form.
        (last, refusal, done) = (sent, problem, new Finished(result.Ticket, words, sent));
        if (call is not null)
            await LookAround();
    }

    /// <summary>同一通电话再记一件: same caller, same place, other words.</summary>
    private async Task Another()
    {
        if (last is not null)
            (form.Name, form.Place, form.What.Area, form.Phone) = (last.Name, last.Place, last.What.Area, last.Phone);
        done = null;
        await KeepChoices();
        await Look();
        await textBox.FocusAsync();
    }

    private async Task Clear()
    {
        await Keep(form.Id, new Dictionary<string, string>(), form.Call, form.Caller?.Value);
        await Empty();
        done = null;
        await FindUnfinished();
    }

    /// <summary>A new form, for the call in hand where there is one.</summary>
    private async Task Empty()
    {
        await Bench.Forget(DraftName);
        looks++;
        form = New();
        (hints, unit, refusal, otherPhone, readOut, looked) = (new CallHints(), null, null, false, false, "");
        if (call is not null)
            Attach(call);
    }

    public void Dispose() => looks++;
}
