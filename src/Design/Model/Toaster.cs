using Microsoft.JSInterop;

namespace Suiying.Design;

/// <summary>Says a short sentence at the desk's lower right, and to screen readers. For interactive pages only.</summary>
public sealed class Toaster(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? module;

    public Task Say(string text) => Show(text, "done");

    /// <summary>Stays until it is closed.</summary>
    public Task Warn(string text) => Show(text, "error");

    private async Task Show(string text, string kind)
    {
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "/_content/Suiying.Design/live.js");
        await module.InvokeVoidAsync("toast", text, kind);
    }

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
}
