using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What the forms about several requests of one matter share: the chosen ones, one press at a time, and a draft that stays until all is done.</summary>
public abstract class MatterForm : ComponentBase
{
    [Parameter, EditorRequired]
    public string Number { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Numbers { get; set; } = [];

    [Parameter, EditorRequired]
    public Actor By { get; set; } = default!;

    [Parameter]
    public EventCallback<IReadOnlyList<MatterResult>> Done { get; set; }

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private Scoped Scoped { get; set; } = default!;

    [Inject]
    private Workbench Bench { get; set; } = default!;

    protected bool Busy { get; private set; }

    protected Refusal? Refusal { get; set; }

    /// <summary>What is typed stays in this browser until it is sent.</summary>
    protected string Draft => $"{Number}:{GetType().Name}";

    /// <summary>Takes back what was typed before.</summary>
    protected abstract void Restore(IReadOnlyDictionary<string, string> kept);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        Restore(await Bench.Draft(Draft));
        StateHasChanged();
    }

    /// <summary>Does it with each of the chosen; one press at a time.</summary>
    protected async Task Act<TUseCase>(Func<TUseCase, Task<Outcome<IReadOnlyList<MatterResult>>>> act)
        where TUseCase : notnull
    {
        if (Busy)
            return;
        Busy = true;
        var outcome = await Scoped.Run(act);
        Busy = false;
        if (!outcome.Ok(out var results, out var refusal))
        {
            Refusal = refusal;
            return;
        }
        Refusal = null;
        if (results.All(r => r.Problem is null))
            await Bench.Forget(Draft);
        await Done.InvokeAsync(results);
    }
}
