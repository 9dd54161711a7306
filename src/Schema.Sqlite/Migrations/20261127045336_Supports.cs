using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Supports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Supporters",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(name: "Supported", table: "requests_daily", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "requests_supports",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WantsNews = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_supports", x => new { x.RequestId, x.Mark });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_supports_PersonId", table: "requests_supports", column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_supports");

            migrationBuilder.DropColumn(name: "Supporters", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Supported", table: "requests_daily");
        }
    }
}
