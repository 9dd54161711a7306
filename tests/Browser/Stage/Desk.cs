using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>A member of staff at a desk, who works by the keyboard.</summary>
public sealed class Desk(Visit visit)
{
    private const int FarthestField = 60;

    /// <summary>A panel starts where work starts: no field of it is a walk round the whole page away.</summary>
    private const int FarthestInPanel = 20;

    public IPage Page => visit.Page;

    /// <summary>The panel of the action that is open.</summary>
    public ILocator Panel => Page.Locator("[data-panel]");

    public ILocator Matter => Page.Locator(".desk-detail");

    /// <summary>Comes to a desk and waits until it answers: before, its buttons are only drawn.</summary>
    public async Task Open(string path)
    {
        await visit.Go(path);
        await visit.UntilLive();
    }

    /// <summary>Looks a matter up by its number, as one does with the number on the telephone.</summary>
    public async Task Find(string number)
    {
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync(number);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator(".desk-row")).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("j");
        await Assertions.Expect(Matter.Locator(".matter-number")).ToContainTextAsync(number);
    }

    /// <summary>Waits until a page to which one came by a link answers.</summary>
    public Task Live() => Assertions.Expect(Page.Locator("[data-live]")).ToHaveCountAsync(1);

    public Task Key(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Keeps a picture of the desk as it is, where pictures are wanted.</summary>
    public Task Shot(string name) => visit.Shot(name);

    /// <summary>Opens an action by its key.</summary>
    public async Task Press(string key, string title, params object[] values)
    {
        await Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Panel.Locator("#panel-title")).ToHaveTextAsync(visit.Say(title, values));
    }

    /// <summary>Sends the open form and waits for what the desk says.</summary>
    public async Task Send(string said, params object[] values)
    {
        await Page.Keyboard.PressAsync("Control+Enter");
        await Told(said, values);
    }

    /// <summary>Sends the open form; it was done when the form is gone.</summary>
    public async Task Finish()
    {
        await Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Panel).ToHaveCountAsync(0);
    }

    public Task Told(string words, params object[] values) =>
        Assertions
            .Expect(Page.Locator("#toasts .toast", new PageLocatorOptions { HasText = visit.Say(words, values) }).First)
            .ToBeVisibleAsync();

    public Task Stands(string state) =>
        Assertions.Expect(Matter.Locator(".matter-title .tag[class*='state-']")).ToHaveTextAsync(visit.Say(state));

    /// <summary>The matter says this, in the language of whoever reads.</summary>
    public Task Shows(string words, params object[] values) => Assertions.Expect(Matter).ToContainTextAsync(visit.Say(words, values));

    /// <summary>Goes on with the tab key until the field has the keyboard; fails where the keyboard cannot reach it.</summary>
    public async Task TabTo(string selector)
    {
        // A panel that opens takes the keyboard; keys that are pressed before would wander through the page behind it.
        await Page.WaitForFunctionAsync(
            "s => { const field = document.querySelector(s), panel = field?.closest('[data-panel]'); return field && (!panel || panel.contains(document.activeElement)); }",
            selector
        );
        var farthest = await Page.EvaluateAsync<bool>("s => document.querySelector(s).closest('[data-panel]') !== null", selector)
            ? FarthestInPanel
            : FarthestField;
        for (var step = 0; step < farthest; step++)
        {
            if (await Page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        var at = await Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)");
        Assert.Fail($"The keyboard does not reach {selector} on {Page.Url}; it stands at {at}");
    }

    /// <summary>Types into a field that finds something by its name, and takes the first that is offered.</summary>
    public async Task Seek(string field, string words)
    {
        await TabTo($"#{field}");
        await Page.Keyboard.TypeAsync(words);
        await Assertions.Expect(Page.Locator($".finder:has(#{field}) .finder-option").First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator($"button#{field}")).ToBeFocusedAsync();
    }

    /// <summary>Gives the matter to a unit by its name: which units are proposed depends on what was dispatched before.</summary>
    public async Task GiveTo(string unit)
    {
        await TabTo("#other");
        await Page.Keyboard.TypeAsync(unit);
        await Assertions.Expect(Page.Locator($".finder[data-answers='{unit}']:has(#other) .finder-option").First).ToContainTextAsync(unit);
        await Page.Keyboard.PressAsync("Enter");
        // A unit that is proposed has a card and is chosen there.
        var chosen = Panel.Locator(".finder-chosen:has(#other), .proposals label:has(:checked)");
        await Assertions.Expect(chosen).ToContainTextAsync(unit);
    }

    /// <summary>Gives a call to a proposed unit by its card.</summary>
    public async Task GiveCallTo(string unit)
    {
        var card = Page.Locator(".call-hints .proposals label", new() { HasText = unit }).Locator("input");
        await card.FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(card).ToBeCheckedAsync();
    }

    public async Task Type(string field, string words)
    {
        await TabTo($"#{field}");
        await Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Takes the choice of a list by its words.</summary>
    public Task Choose(string field, string words) =>
        Page.Locator($"select#{field}").SelectOptionAsync(new SelectOptionValue { Label = words });

    /// <summary>Takes the card with this digit.</summary>
    public async Task Pick(string digit)
    {
        await Page.Keyboard.PressAsync(digit);
        await Assertions.Expect(Panel.Locator($"[data-pick='{digit}']")).ToBeCheckedAsync();
    }

    /// <summary>All that the words suggest is shown: a pause in the typing shows what they suggest so far, and a press takes no more than that.</summary>
    public static async Task UntilProposed(IPage page, string place)
    {
        await Assertions.Expect(page.Locator("[aria-labelledby=maybe]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=where]")).ToContainTextAsync(place);
        await Assertions.Expect(page.Locator("button[data-alt=A]")).ToBeVisibleAsync();
    }
}
