using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The pages of what goes out, for the tours of those who keep them.</summary>
internal static class MessageStops
{
    public static IReadOnlyList<Stop> System { get; } =
    [
        new("/admin/messages", "admin-messages", v => v.Go("/admin/messages?channel=Email")),
        new("/admin/messages/{Event}/{Language}/{Channel}", "admin-message", v => Open(v, "#preview")),
        new("/admin/messages/{Event}/{Language}/{Channel}", "admin-message-wrong", WrongTemplate),
        new("/admin/outgoing", "admin-outgoing", v => v.Go("/admin/outgoing?state=Sent")),
    ];

    public static IReadOnlyList<Stop> Security { get; } =
    [
        new("/admin/webhooks", "webhooks-wrong", v => Webhook(v, "https://10.0.0.1/hook", "#address-error")),
        new("/admin/webhooks", "webhooks", v => Webhook(v, "http://127.0.0.1:9/hook", "#secret")),
        new("/admin/webhooks/{Id:guid}", "webhook", v => Open(v, "main dl.kv")),
        new("/admin/webhooks/{Id:guid}", "webhook-tested", TestWebhook),
    ];

    private static async Task Open(Visit visit, string shown)
    {
        await visit.Page.Locator("main table a").First.ClickAsync();
        await Expect(visit.Page.Locator(shown)).ToBeVisibleAsync();
    }

    private static async Task WrongTemplate(Visit visit)
    {
        await visit.Page.Locator("#text").FillAsync("{编号}，{姓名}您好");
        await visit.Page.Locator("button[value=preview]").ClickAsync();
        await Expect(visit.Page.Locator("#text-error")).ToBeVisibleAsync();
    }

    private static async Task Webhook(Visit visit, string address, string shown)
    {
        await visit.Go("/admin/webhooks");
        await visit.Page.Locator("#name").FillAsync("演示程序");
        await visit.Page.Locator("#address").FillAsync(address);
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(visit.Page.Locator(shown)).ToBeVisibleAsync();
    }

    private static async Task TestWebhook(Visit visit)
    {
        await visit.Page.Locator("button[value=test]").ClickAsync();
        await Expect(visit.Page.Locator("#deliveries")).ToBeVisibleAsync();
    }
}
