import type { Parts } from './compare.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@shareable", "@provides", "@interfaceObject", "@inaccessible", "@override"])';

/** What random parts seldom have: keys of several fields, requirements with fragments, provided fields, values unknown to clients. */
const shop: Parts = {
  products: `${link}
    type Query { products: [Product!]! product(sku: ID!): Product newest: Item search(text: String = "a"): [Found] }
    type Mutation { productAdd(sku: ID!, size: Size! = LARGE): Product! productRemove(sku: ID!): Boolean }
    interface Item @key(fields: "id") { id: ID! name: String }
    union Found = Book | Film | Shop
    enum Size { SMALL LARGE SECRET @inaccessible }
    type Book implements Item @key(fields: "id") { id: ID! name: String title: String! pages: Int size: Size maker: Maker }
    type Film implements Item @key(fields: "id") @key(fields: "reel { label }") { id: ID! name: String title: String minutes: Float reel: Reel! maker: Maker! }
    type Reel @shareable { label: ID! }
    type Shop @key(fields: "id") { id: ID! items: [Item!]! best: Product }
    type Product @key(fields: "sku") @key(fields: "id maker { id }") { id: ID! sku: ID! weight: Int! sizes: [Size!] maker: Maker! parent: Product related: [[Product]] }
    type Maker @key(fields: "id") { id: ID! name: String @shareable }`,
  reviews: `${link}
    type Query { reviews: [Review] latest: [Item] }
    type Item @key(fields: "id") @interfaceObject { id: ID! stars: Float reviews: [Review!]! }
    type Review @key(fields: "id") { id: ID! text: String! about: Item author: Maker @provides(fields: "name") }
    type Maker @key(fields: "id") { id: ID! name: String @external reviews: [Review] }`,
  stock: `${link}
    type Query { cheapest: Product }
    type Mutation { stockSet(sku: ID!, count: Int!): Product }
    type Product @key(fields: "sku") { sku: ID! weight: Int! @external sizes: [Size!] @external maker: Maker! @external
      count: Int freight: Int! @requires(fields: "weight maker { id rank }") fits: [Boolean] @requires(fields: "sizes") }
    enum Size { SMALL LARGE SECRET @inaccessible }
    type Maker @key(fields: "id") { id: ID! rank: Int }
    type Film @key(fields: "reel { label }") { reel: Reel! inStock: Boolean! title: String @external pitch: String @requires(fields: "title") }
    type Reel @shareable { label: ID! }`,
};

/** Abstract types that parts know differently, and a requirement on one of them. */
const zoo: Parts = {
  animals: `${link}
    type Query { animals: [Animal] pet(id: ID!): Pet keeper: Keeper! all: [Being!] }
    interface Being { id: ID! }
    interface Animal implements Being @key(fields: "id") { id: ID! age: Int kin: [Animal!] }
    union Pet = Cat | Dog
    type Cat implements Animal & Being @key(fields: "id") { id: ID! age: Int kin: [Animal!] lives: Int! friend: Pet }
    type Dog implements Animal & Being @key(fields: "id") { id: ID! age: Int kin: [Animal!] trick: String friend: Pet! }
    type Keeper implements Being @key(fields: "id") { id: ID! pets: [Pet!] favourite: Animal home: Home @shareable }
    type Home @shareable { street: String! zip: Int }`,
  health: `${link}
    type Query { sick: [Animal!] }
    interface Animal @key(fields: "id") { id: ID! weight: Float! }
    type Cat implements Animal @key(fields: "id") { id: ID! weight: Float! lives: Int! @external luck: String @requires(fields: "lives") }
    type Dog implements Animal @key(fields: "id") { id: ID! weight: Float! vet: Keeper }
    type Keeper @key(fields: "id") { id: ID! home: Home @shareable favourite: Animal @external
      worry: String @requires(fields: "favourite { ... on Cat { id } ... on Dog { id } }") }
    type Home @shareable { street: String! zip: Int }`,
};

export const writtenParts: readonly Parts[] = [shop, zoo];
