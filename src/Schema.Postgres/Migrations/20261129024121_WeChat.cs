using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WeChat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "WeChat",
                table: "channels_wishes",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "channels_inbox_parts",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_inbox_parts", x => new { x.SourceId, x.ExternalId });
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_wechat_codes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Digits = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_wechat_codes", x => x.PersonId);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_wechat_followers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    HeardAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    TriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_wechat_followers", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_inbox_parts_MessageId", table: "channels_inbox_parts", column: "MessageId");

            migrationBuilder.CreateIndex(name: "IX_channels_wechat_codes_Digits", table: "channels_wechat_codes", column: "Digits");

            migrationBuilder.CreateIndex(
                name: "IX_channels_wechat_followers_PersonId",
                table: "channels_wechat_followers",
                column: "PersonId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_inbox_parts");

            migrationBuilder.DropTable(name: "channels_wechat_codes");

            migrationBuilder.DropTable(name: "channels_wechat_followers");

            migrationBuilder.DropColumn(name: "WeChat", table: "channels_wishes");
        }
    }
}
