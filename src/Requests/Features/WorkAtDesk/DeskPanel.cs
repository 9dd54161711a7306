using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// What the panels of all actions share: the command's target with one key for this form, so that a double click does it once; the refusal
/// beside the action; and the draft that outlives a lost connection.
/// </summary>
public abstract class DeskPanel : ComponentBase
{
    private Guid key;

    [Parameter, EditorRequired]
    public RequestDetail Detail { get; set; } = default!;

    [Parameter, EditorRequired]
    public Actor By { get; set; } = default!;

    /// <summary>It was done; the sentence tells the person what happened.</summary>
    [Parameter]
    public EventCallback<string> Done { get; set; }

    /// <summary>The request changed under the form: the page reads it again, the form and its text stay.</summary>
    [Parameter]
    public EventCallback Stale { get; set; }

    [Parameter]
    public EventCallback Cancel { get; set; }

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    protected Scoped Scoped { get; set; } = default!;

    [Inject]
    protected Workbench Bench { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    [Inject]
    private ICityRegistry Registry { get; set; } = default!;

    protected CitySnapshot City => Registry.Current;

    protected Refusal? Refusal { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Drafts of one action on one request.</summary>
    protected string Draft => $"{Detail.Row.Number}:{GetType().Name}";

    protected override void OnInitialized() => NewKey();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var kept = await Bench.Draft(Draft);
        if (kept.Count == 0)
            return;
        Restore(kept);
        StateHasChanged();
    }

    /// <summary>Takes back what was typed before the connection was lost or the panel closed.</summary>
    protected virtual void Restore(IReadOnlyDictionary<string, string> kept) { }

    protected string? Problem(string field) => Refusal?.Fields.Of(field);

    protected void Refuse(string field, string problem) => Refusal = Refusal.Invalid(new FieldProblem(field, problem));

    /// <summary>Runs the action once; a refusal stands beside it and leaves the form as it is.</summary>
    protected async Task Act<TUseCase>(Func<TUseCase, Target, Task<Outcome<Receipt>>> act, Func<Receipt, string> say)
        where TUseCase : notnull
    {
        if (Busy)
            return;
        (Busy, Refusal) = (true, null);
        try
        {
            var target = new Target(Detail.Row.Number, Detail.Request.Version, key);
            var outcome = await Scoped.Run<TUseCase, Outcome<Receipt>>(useCase => act(useCase, target));
            if (outcome.Ok(out var receipt, out var refusal))
            {
                await Bench.Forget(Draft);
                await Done.InvokeAsync(say(receipt));
                return;
            }
            Refusal = refusal;
            if (refusal.Kind != RefusalKind.Conflict)
                return;
            NewKey();
            await Stale.InvokeAsync();
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>A unit as a finder shows it; null where there is none of this code.</summary>
    protected FindOption? ShowUnit(string code) => City.Units.Find(code) is { } unit ? Option(unit) : null;

    protected FindOption Option(Unit unit) => new(unit.Code, unit.Name, City.Units.NameOf(unit.Parent));

    protected string DueWords(Receipt receipt) => receipt.DueAt is { } due ? T["下一个期限：{0}。", City.Short(due)] : "";

    /// <summary>What a date or time field holds, on the city's clock; false where it is none.</summary>
    protected bool Moment(string? typed, out DateTimeOffset at)
    {
        var whole = DateTime.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var local);
        at = whole ? new DateTimeOffset(local, City.Calendar.Zone.GetUtcOffset(local)).ToUniversalTime() : default;
        return whole;
    }

    /// <summary>An optional date and time, such as when a unit answers; false where the field holds none, and the problem then stands beside it.</summary>
    protected bool Due(string? typed, string problem, out DateTimeOffset? due)
    {
        due = null;
        if (string.IsNullOrEmpty(typed))
            return true;
        if (Moment(typed, out var at))
        {
            due = at;
            return true;
        }
        Refuse("due", problem);
        return false;
    }

    private void NewKey() => key = Guid.CreateVersion7(Time.GetUtcNow());
}
