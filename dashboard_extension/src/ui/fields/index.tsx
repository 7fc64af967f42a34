export { CheckField, ToggleField } from "./choices";
export { DateField } from "./DateField";
export { MoneyField, NumberField } from "./NumberField";
export { SelectField, type SelectOption } from "./SelectField";
export { TextAreaField, TextField } from "./TextField";
