using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Suiying.Design;

/// <summary>
/// What an interactive desk asks of the browser: drafts that outlive a lost circuit, the address, the keyboard's place. A browser that has
/// gone is no fault: every call then does nothing.
/// </summary>
public sealed class Workbench(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>Fields that were typed and not sent under this name, each with its text.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Draft(string of) =>
        await Ask<Dictionary<string, string>>("draft", of) ?? new Dictionary<string, string>();

    /// <summary>Keeps a choice that is no text field; text fields with data-draft are kept by the page itself.</summary>
    /// <param name="of">Name of the draft.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">Null or empty forgets it.</param>
    /// <param name="lasting">True outlives the tab.</param>
    public Task Keep(string of, string field, string? value, bool lasting = false) => Tell("keep", of, field, value, lasting);

    public Task Forget(string of) => Tell("forget", of);

    /// <summary>Moves the keyboard into a panel.</summary>
    public Task Enter(ElementReference panel) => Tell("enter", panel);

    public Task Copy(string text) => Tell("copy", text);

    /// <summary>Shows an address without loading it; with <paramref name="step"/> "back" returns to the one before.</summary>
    public Task Show(string url, bool step) => Tell("show", url, step);

    /// <summary>The object whose method Went(url) is called when the person steps back inside the desk.</summary>
    public Task Attend<T>(DotNetObjectReference<T>? desk)
        where T : class => Tell("attend", desk);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    private async Task Tell(string what, params object?[] with) => await Ask<object>(what, with);

    private async Task<T?> Ask<T>(string what, params object?[] with)
        where T : class
    {
        try
        {
            module ??= await js.InvokeAsync<IJSObjectReference>("import", "/_content/Suiying.Design/work.js");
            return await module.InvokeAsync<T?>(what, with);
        }
        catch (Exception problem) when (problem is JSDisconnectedException or JSException or TaskCanceledException)
        {
            // The page is gone, or its storage is full or forbidden: the desk works on without.
            return null;
        }
    }
}
