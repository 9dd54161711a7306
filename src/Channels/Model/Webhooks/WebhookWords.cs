namespace Suiying.Channels.Model.Webhooks;

/// <summary>推送用语</summary>
internal static class WebhookWords
{
    public static string Chinese(this WebhookEvent of) =>
        of switch
        {
            WebhookEvent.Received => "收到诉求",
            WebhookEvent.Moved => "有新进展",
            _ => "已办结",
        };
}
